// Who can be given a ticket (D-13): one rule for the lists of the screens and for the server's refusal.

/** Where a ticket stands, as far as it decides who can have it. */
export interface Place {
  folderId: string;
  /** The members of its team; null for a ticket of no team. */
  teamAgentIds: readonly string[] | null;
  /** Who may have tickets of its current segment; empty or null for everybody. */
  segmentAgentIds: readonly string[] | null;
}

export const unfitReasons = ['disabled', 'team', 'folder', 'segment'] as const;
export type Unfit = (typeof unfitReasons)[number];

/**
 * Why an agent cannot have a ticket, or null: only an active member of its team who sees its folder and is allowed on its
 * current segment can (D-13, QCX-12).
 */
export function unfitFor(
  agent: { id: string; isDisabled: boolean; folderIds: readonly string[] | null },
  place: Place,
): Unfit | null {
  if (agent.isDisabled) return 'disabled';
  if (place.teamAgentIds && !place.teamAgentIds.includes(agent.id)) return 'team';
  if (agent.folderIds && !agent.folderIds.includes(place.folderId)) return 'folder';
  if (place.segmentAgentIds?.length && !place.segmentAgentIds.includes(agent.id)) return 'segment';
  return null;
}
