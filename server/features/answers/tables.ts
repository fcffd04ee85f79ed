import type { ColumnType } from 'kysely';
import type { Language } from '../../../contract/fields.ts';

type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface CannedRepliesTable {
  workspace_id: string;
  id: string;
  /** Null for one that everybody uses. */
  owner_id: string | null;
  created_by: string | null;
  shortcut: string;
  name: string;
  folder: string;
  language: Language | null;
  html: string;
  use_count: Defaulted<number>;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: Defaulted<Date>;
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    canned_replies: CannedRepliesTable;
  }
}
