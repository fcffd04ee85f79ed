export { assign } from './assignment.ts';
export { boardOf } from './board.ts';
export { mountBoard } from './board-routes.ts';
export { countTickets } from './counts.ts';
export { noteDelivery } from './deliveries.ts';
export { type TicketDetail, ticketDetailOf } from './detail.ts';
export { deescalate, escalatingTo } from './escalation.ts';
export { file } from './filing.ts';
export { historyOf } from './history.ts';
export { knownTickets } from './known.ts';
export { listTickets } from './list.ts';
export type { Found, Matching, Place } from './list-filters.ts';
export { countMatching, ticketIdsOfList } from './matching-ids.ts';
export { survivorOf } from './merged.ts';
export { mountContactTickets } from './of-contact.ts';
export { oldValues } from './old-values.ts';
export { type NewTicket, openTicket } from './open.ts';
export {
  acceptParticipants,
  allowParticipant,
  copiedParticipants,
  disallowParticipant,
  isParticipant,
  ticketIdByNumber,
} from './participants.ts';
export { postpone, wake, wakePostponed } from './postponing.ts';
export { mountPostponing } from './postponing-routes.ts';
export { queueRank } from './queue-rank.ts';
export { withinReach } from './reach.ts';
export { markRead } from './reads.ts';
export { mountTickets } from './routes.ts';
export { addView, savedViewsOf } from './saved-views.ts';
export {
  closeImported,
  closeSolved,
  isSolved,
  refuseLocked,
  type SettableStatus,
  setStatus,
  settingStatus,
  statusAfterCustomer,
} from './status.ts';
export type { Hint, Ticket } from './tables.ts';
export { addTag, retag, setTags, tagsOf } from './tags.ts';
export { changeTicket, knownTicketId, ticketIdOf } from './ticket.ts';
export { undo } from './undo.ts';
