// Every requirement in one line of the project's own words. Ids are never given to something else.
import { chat } from './catalogue/chat.ts';
import { decisions } from './catalogue/decisions.ts';
import { desk } from './catalogue/desk.ts';
import { drills } from './catalogue/drills.ts';
import { feedback } from './catalogue/feedback.ts';
import { security } from './catalogue/security.ts';
import { statuses } from './catalogue/statuses.ts';
import { ticketTabs } from './catalogue/ticket-tabs.ts';

/** A part of the list: its heading, and what each id asks for. */
export type Section = { heading: string; lines: Readonly<Record<string, string>> };

export const catalogue: Section[] = [
  { heading: 'Statuses, replies and follow-up', lines: statuses },
  { heading: 'The tabs of a ticket', lines: ticketTabs },
  { heading: 'The desk: tickets, targets, help and figures', lines: desk },
  { heading: 'Chat, ageing and quality', lines: chat },
  { heading: 'Closed-loop feedback', lines: feedback },
  { heading: 'Decisions', lines: decisions },
  { heading: 'Security', lines: security },
  { heading: 'Fault drills', lines: drills },
];
