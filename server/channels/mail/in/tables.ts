import type { ColumnType } from 'kysely';

export type MailSource = 'lmtp' | 'smtp' | 'imap';

export interface RawMailsTable {
  workspace_id: string;
  id: string;
  mailbox_id: string;
  source: MailSource;
  /** As the mail gives it, '' without one; very long ones are kept as their hash. */
  message_id: string;
  content_hash: Buffer;
  /** '' is the null reverse path, or unknown for a mail fetched by IMAP. */
  envelope_from: string;
  /** Every address of this mailbox that the mail came for, parted by blanks. */
  envelope_to: string;
  size: number;
  received_at: ColumnType<Date, Date | undefined, never>;
  /** 'own': a mail of this desk that came back. */
  state: ColumnType<
    'received' | 'filed' | 'stub' | 'own',
    'received' | undefined,
    'received' | 'filed' | 'stub' | 'own'
  >;
  reason: ColumnType<string | null, null | undefined, string | null>;
  attempts: ColumnType<number, number | undefined, number>;
  ticket_id: ColumnType<string | null, null | undefined, string | null>;
  filed_message_id: ColumnType<string | null, null | undefined, string | null>;
  processed_at: ColumnType<Date | null, null | undefined, Date | null>;
  raw: ColumnType<Buffer, Buffer, never>;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    raw_mails: RawMailsTable;
  }
}
