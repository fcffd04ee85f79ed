// Who hears which event: the whole nervous system on one screen.
import { notifyAssignee, notifyEscalation, notifyOfReply } from './features/notifications/index.ts';
import { indexTicket } from './features/search/index.ts';
import type { Reaction } from './platform/events/index.ts';

export const reactions: readonly Reaction[] = [
  {
    ...indexTicket,
    hears: ['ticket.opened', 'message.received', 'message.replied', 'message.noted', 'ticket.escalated'],
  },
  { ...notifyAssignee, hears: ['ticket.opened', 'ticket.assigned'], imports: false },
  { ...notifyEscalation, hears: ['ticket.escalated'], imports: false },
  { ...notifyOfReply, hears: ['message.received'], imports: false },
];
