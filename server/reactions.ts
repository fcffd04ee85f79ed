// Who hears which event: the whole nervous system on one screen.
import { notifyAssignee, notifyMentioned, notifyOfReply } from './features/notifications/index.ts';
import { indexTicket, readFiles } from './features/search/index.ts';
import type { Reaction } from './platform/events/index.ts';

export const reactions: readonly Reaction[] = [
  {
    ...indexTicket,
    hears: [
      'ticket.opened',
      'message.received',
      'message.replied',
      'message.noted',
      'file.added',
      'file.removed',
    ],
  },
  {
    ...readFiles,
    hears: ['ticket.opened', 'message.received', 'message.replied', 'message.noted', 'file.added'],
  },
  { ...notifyAssignee, hears: ['ticket.opened', 'ticket.assigned'], imports: false },
  { ...notifyOfReply, hears: ['message.received'], imports: false },
  { ...notifyMentioned, hears: ['message.noted'], imports: false },
];
