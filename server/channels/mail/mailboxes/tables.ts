import type { ColumnType } from 'kysely';
import type { Language } from '../../../../contract/fields.ts';

/** How a mail server is reached; the password is kept apart, sealed. */
export interface ServerSettings {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  user: string;
}
export type ImapSettings = ServerSettings & { folder: string };

/** Why a mailbox cannot be fetched: a code of the catalogue and what the server said. */
export interface Problem {
  code: string;
  detail: string;
}

type Json<T> = ColumnType<T | null, string | null, string | null>;

export interface MailboxesTable {
  workspace_id: string;
  id: string;
  name: string;
  address: string;
  imap: Json<ImapSettings>;
  imap_password: Buffer | null;
  smtp: Json<ServerSettings>;
  smtp_password: Buffer | null;
  folder_id: string | null;
  team_id: string | null;
  language: Language;
  acknowledges: boolean;
  uses_plus_address: boolean;
  is_enabled: boolean;
  /** How its server names itself in Authentication-Results that count; '' for the topmost, null for none. */
  results_by: ColumnType<string | null, string | null | undefined, string | null>;
  uid_validity: ColumnType<number | null, number | null | undefined, number | null>;
  last_uid: ColumnType<number, number | undefined, number>;
  lease_holder: ColumnType<string | null, string | null | undefined, string | null>;
  lease_until: ColumnType<Date | null, Date | null | undefined, Date | null>;
  lease_fence: ColumnType<number, number | undefined, number>;
  last_fetched_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  problem: ColumnType<Problem | null, string | null | undefined, string | null>;
  /** Since when its server has taken no mail; null while it does, or where none was tried. */
  send_failing_since: ColumnType<Date | null, undefined, Date | null>;
  /** What the server, or the connection, said last. */
  send_problem: ColumnType<string | null, undefined, string | null>;
  /** When administrators were told. */
  send_alarmed_at: ColumnType<Date | null, undefined, Date | null>;
  created_at: ColumnType<Date, Date | undefined, never>;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    mailboxes: MailboxesTable;
  }
}
