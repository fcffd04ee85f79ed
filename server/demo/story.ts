// How the demo's stories are written: who wrote what, how long ago. Nothing here touches the desk.
import type { AgentKey, FolderKey, TagKey, TeamKey } from './company.ts';
import type { CustomerKey } from './customers.ts';

/** A small real file, made when the demo is. `bytes` takes the time of the message that carries it. */
export interface DemoFile {
  name: string;
  type: string;
  bytes: (at: Date) => Buffer;
}

/** How long ago: '45m' and '20h' count back from now; '6d 09:30' is that time of day in Paris, six days ago. */
export type Ago = string;

interface Enclosed {
  files?: DemoFile[];
  /** Stands in the text where a line says [image]. */
  image?: DemoFile;
}

interface Words extends Enclosed {
  ago: Ago;
  /** See letter.ts. */
  text: string;
}

export interface Says extends Words {
  kind: 'says';
  /** true: the mail has HTML as well as text. */
  isHtml: boolean;
  hasRemoteImage: boolean;
}
export interface Replies extends Words {
  kind: 'replies';
  by: AgentKey;
  /** What the ticket is afterwards. */
  status: 'pending' | 'open' | 'resolved';
}
export interface Notes extends Words {
  kind: 'notes';
  by: AgentKey;
}
export interface Opens extends Words {
  kind: 'opens';
  by: AgentKey;
  /** false: the agent records what the customer said on the phone or in the shop. */
  sendsMail: boolean;
}
export interface Sorting {
  folder?: FolderKey;
  team?: TeamKey;
  priority?: 'low' | 'medium' | 'high';
  tags?: TagKey[];
  to?: AgentKey;
}
export interface Sorted extends Sorting {
  kind: 'sorted';
  ago: Ago;
  by: AgentKey;
}
export interface Sets {
  kind: 'sets';
  ago: Ago;
  by: AgentKey;
  status: 'open' | 'resolved' | 'pending';
}
export type Turn = Says | Replies | Notes | Opens | Sorted | Sets;

/** One ticket: a customer, a subject and what happened, oldest first. The first turn opens it. */
export interface Story {
  customer: CustomerKey;
  subject: string;
  turns: [Says | Opens, ...Turn[]];
}

/** The customer writes a mail. */
export const says = (
  ago: Ago,
  text: string,
  more: Enclosed & { isHtml?: boolean; hasRemoteImage?: boolean } = {},
): Says => ({
  kind: 'says',
  ago,
  text,
  ...more,
  isHtml: more.isHtml ?? more.image !== undefined,
  hasRemoteImage: more.hasRemoteImage ?? false,
});

/** An agent answers; the ticket is pending afterwards unless `status` says otherwise. */
export const replies = (
  ago: Ago,
  by: AgentKey,
  text: string,
  more: Enclosed & { status?: Replies['status'] } = {},
): Replies => ({ kind: 'replies', ago, by, text, ...more, status: more.status ?? 'pending' });

/** An agent writes an internal note. */
export const notes = (ago: Ago, by: AgentKey, text: string, more: Enclosed = {}): Notes => ({
  kind: 'notes',
  ago,
  by,
  text,
  ...more,
});

/** An agent opens the ticket: writes to the customer, or records what they asked (`sendsMail: false`). */
export const opens = (
  ago: Ago,
  by: AgentKey,
  text: string,
  more: Enclosed & { sendsMail?: boolean } = {},
): Opens => ({ kind: 'opens', ago, by, text, ...more, sendsMail: more.sendsMail ?? true });

/** An agent files, tags or assigns the ticket. */
export const sorted = (ago: Ago, by: AgentKey, sorting: Sorting): Sorted => ({
  kind: 'sorted',
  ago,
  by,
  ...sorting,
});

/** An agent sets the status by hand. */
export const sets = (ago: Ago, by: AgentKey, status: Sets['status']): Sets => ({
  kind: 'sets',
  ago,
  by,
  status,
});
