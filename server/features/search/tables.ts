import type { ColumnType } from 'kysely';

export interface FileTextsTable {
  workspace_id: string;
  file_id: string;
  /** When the message came that the file is attached to, or the file itself. */
  at: Date;
  state: 'waiting' | 'read' | 'empty' | 'unreadable';
  reason: ColumnType<string, string | undefined, string>;
  queued_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  text: ColumnType<string, string | undefined, string>;
  document: string;
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    ticket_documents: {
      workspace_id: string;
      ticket_id: string;
      last_message_at: Date;
      /** A tsvector, which only the database reads. */
      document: string;
    };
    file_texts: FileTextsTable;
    search_words: { workspace_id: string; plain: string; word: string };
  }
}
