// Who hears which event: the whole nervous system on one screen.
import { holdOutgoing } from './desk/messages/index.ts';
import {
  notifyAssignee,
  notifyEscalation,
  notifyMentioned,
  notifyOfHold,
  notifyOfReply,
  notifyOfSideAnswer,
  notifyOfUndelivered,
} from './features/notifications/index.ts';
import { wordsOfResolution } from './features/resolutions/index.ts';
import { indexing, readFiles } from './features/search/index.ts';
import type { Reaction } from './platform/events/index.ts';

/** What a ticket is found by besides what was written in it. */
export const moreWords = [wordsOfResolution] as const;

const written = [
  'ticket.opened',
  'message.received',
  'message.replied',
  'message.noted',
  'message.side-sent',
  'message.side-answered',
  'ticket.escalated',
  'message.moved-out',
  'message.moved-in',
] as const;

export const reactions: readonly Reaction[] = [
  { ...holdOutgoing, hears: ['message.received', 'message.replied', 'message.moved-in', 'ticket.closed'] },
  { ...indexing(moreWords), hears: [...written, 'file.added', 'file.removed', 'resolution.saved'] },
  { ...readFiles, hears: [...written, 'file.added'] },
  { ...notifyAssignee, hears: ['ticket.opened', 'ticket.assigned'], imports: false },
  { ...notifyEscalation, hears: ['ticket.escalated'], imports: false },
  { ...notifyOfReply, hears: ['message.received'], imports: false },
  { ...notifyOfSideAnswer, hears: ['message.side-answered'], imports: false },
  { ...notifyMentioned, hears: ['message.noted'], imports: false },
  { ...notifyOfUndelivered, hears: ['delivery.failed', 'delivery.bounced'], imports: false },
  { ...notifyOfHold, hears: ['message.held'], imports: false },
];
