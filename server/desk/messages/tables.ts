import type { ColumnType, Selectable } from 'kysely';

type Made = ColumnType<Date, Date | undefined, never>;

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
  recipients: ColumnType<{ to: string[]; cc: string[] }, string, never>;
  message_id: string | null;
  notices: string[];
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
  created_at: Made;
}
export type File = Selectable<FilesTable>;

declare module '../../platform/db/database.ts' {
  interface Tables {
    messages: MessagesTable;
    files: FilesTable;
  }
}
