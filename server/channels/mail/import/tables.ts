import type { ColumnType, Selectable } from 'kysely';
import type { importClosings, importReasons } from '../../../../contract/routes/imports.ts';

export type Closing = (typeof importClosings)[number];
export type SkipReason = (typeof importReasons)[number];

export interface MailImportsTable {
  workspace_id: string;
  id: string;
  mailbox_id: string;
  name: string;
  size: number;
  storage_key: string | null;
  closes: Closing;
  state: ColumnType<
    'reading' | 'filing' | 'closing' | 'done' | 'failed',
    undefined,
    'filing' | 'closing' | 'done' | 'failed'
  >;
  problem: ColumnType<string | null, undefined, string>;
  bytes_read: ColumnType<number, undefined, number>;
  started_by: string;
  created_at: ColumnType<Date, Date | undefined, never>;
  finished_at: ColumnType<Date | null, undefined, Date>;
}
export type MailImport = Selectable<MailImportsTable>;

export interface MailImportMailsTable {
  workspace_id: string;
  import_id: string;
  place: number;
  raw_mail_id: string | null;
  outcome: 'waiting' | 'ticket' | 'threaded' | 'skipped';
  reason: SkipReason | null;
  sender: string;
  subject: string;
  at: Date;
  ticket_id: ColumnType<string | null, undefined, string>;
  message_id: ColumnType<string | null, undefined, string>;
}
export type MailImportMail = Selectable<MailImportMailsTable>;

declare module '../../../platform/db/database.ts' {
  interface Tables {
    mail_imports: MailImportsTable;
    mail_import_mails: MailImportMailsTable;
  }
}
