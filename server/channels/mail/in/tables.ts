import type { ColumnType } from 'kysely';
import type { Arrival } from './arrival.ts';

/** 'import': out of an archive, so nobody waits for an answer. */
export type MailSource = 'lmtp' | 'smtp' | 'imap' | 'import';

/** 'own': a mail of this desk that came back. 'quarantined': set aside, with a reason. */
export type RawMailState = 'received' | 'filed' | 'stub' | 'own' | 'quarantined';

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
  state: ColumnType<RawMailState, 'received' | undefined, RawMailState>;
  reason: ColumnType<string | null, null | undefined, string | null>;
  attempts: ColumnType<number, number | undefined, number>;
  ticket_id: ColumnType<string | null, null | undefined, string | null>;
  filed_message_id: ColumnType<string | null, null | undefined, string | null>;
  processed_at: ColumnType<Date | null, null | undefined, Date | null>;
  /** The other end of the SMTP connection and the name that it gave; null by LMTP and IMAP. */
  remote_ip: ColumnType<string | null, string | null | undefined, never>;
  helo: ColumnType<string | null, string | null | undefined, never>;
  arrival: ColumnType<Arrival | null, undefined, string>;
  released_by: ColumnType<string | null, undefined, string>;
  released_at: ColumnType<Date | null, undefined, Date>;
  raw: ColumnType<Buffer, Buffer, never>;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    raw_mails: RawMailsTable;
  }
}
