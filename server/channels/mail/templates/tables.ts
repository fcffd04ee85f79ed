import type { ColumnType } from 'kysely';
import type { Language } from '../../../../contract/fields.ts';

export interface MailTextsTable {
  workspace_id: string;
  language: Language;
  key: string;
  text: string;
  updated_by: string | null;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    mail_texts: MailTextsTable;
  }
}
