export { claimAddress, releaseAddress } from './directory.ts';
export { addFolder, defaultFolderId, folderById, foldersOf } from './folders.ts';
export { nextNumber } from './numbers.ts';
export { mountWorkspaces } from './routes.ts';
export { addSegment, type Segment, segmentById, segmentsOf } from './segments.ts';
export { clockOf, ticketSettings } from './ticket-settings.ts';
export { type TicketType, typeById, typesOf } from './types.ts';
export {
  allWorkspaceIds,
  changedAt,
  findWorkspace,
  makeWorkspace,
  markChanged,
  type NewWorkspace,
  workspaceOf,
} from './workspace.ts';
