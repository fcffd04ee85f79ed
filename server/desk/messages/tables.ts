import type { ColumnType, Selectable } from 'kysely';
import type { CalendarEntry } from '../../../contract/calendar-entry.ts';
import type { HoldReason } from '../../../contract/events/sending.ts';
import type { settableStatuses } from '../../../contract/fields.ts';
import type { Recipients } from '../../../contract/routes/reply-body.ts';

export interface MessagesTable {
  workspace_id: string;
  id: string;
  ticket_id: string;
  kind: 'public' | 'note';
  author_type: 'agent' | 'contact' | 'system';
  author_id: string | null;
  author_name: string;
  author_email: string | null;
  subject: string;
  text: string;
  quoted_text: string;
  /** Sanitised. Inline images stand as `cid:` and the content id of a file of this message. */
  html: string | null;
  new_html: string | null;
  is_mail: boolean;
  has_remote_images: boolean;
  /** Bcc is for the desk alone; messages from before it and from customers have none. */
  recipients: ColumnType<{ to: string[]; cc: string[]; bcc?: string[] }, string, never>;
  message_id: string | null;
  /** The side conversation that a note belongs to. */
  side_id: ColumnType<string | null, string | null | undefined, never>;
  notices: string[];
  /** What its calendar part says, of a mail that has one. */
  calendar: ColumnType<CalendarEntry | null, string | null | undefined, never>;
  at: Date;
}
export type Message = Selectable<MessagesTable>;

export interface FilesTable {
  workspace_id: string;
  id: string;
  ticket_id: string | null;
  message_id: string | null;
  uploaded_by: string | null;
  name: string;
  type: string;
  size: number;
  sha256: Buffer;
  storage_key: string;
  content_id: string | null;
  is_inline: boolean;
  /** Place among the files of its message, as they were chosen. */
  position: ColumnType<number, number | undefined, number>;
  /** The reply that will take it along. */
  outgoing_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Moved on when an upload comes back into a draft, so that it is kept for another day. */
  created_at: ColumnType<Date, Date | undefined, Date>;
}
export type File = Selectable<FilesTable>;

export interface OutgoingTable {
  workspace_id: string;
  id: string;
  ticket_id: string;
  author_id: string;
  html: string;
  text: string;
  recipients: ColumnType<Recipients, string, never>;
  status: (typeof settableStatuses)[number];
  seen_message_id: string | null;
  is_scheduled: boolean;
  send_at: Date;
  state: 'waiting' | 'held';
  reason: HoldReason | null;
  created_at: ColumnType<Date, Date, never>;
}
export type Outgoing = Selectable<OutgoingTable>;

declare module '../../platform/db/database.ts' {
  interface Tables {
    messages: MessagesTable;
    files: FilesTable;
    outgoing: OutgoingTable;
  }
}
