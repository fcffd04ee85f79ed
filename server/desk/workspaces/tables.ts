import type { ColumnType } from 'kysely';
import type { Language } from '../../../contract/fields.ts';

type Made = ColumnType<Date, Date | undefined, never>;

declare module '../../platform/db/database.ts' {
  interface Tables {
    workspaces: {
      workspace_id: string;
      slug: string;
      name: string;
      language: Language;
      brand_colour: string;
      time_zone: ColumnType<string, string | undefined, string>;
      changed_at: ColumnType<Date, Date | undefined, Date>;
      settings: ColumnType<Record<string, unknown>, string | undefined, string>;
      created_at: Made;
    };
    folders: {
      workspace_id: string;
      id: string;
      name: string;
      is_default: ColumnType<boolean, boolean | undefined, never>;
      created_at: Made;
    };
    counters: { workspace_id: string; name: string; value: number };
    directory: {
      kind: 'slug' | 'address' | 'host';
      key: string;
      workspace_id: string;
      target_id: string | null;
    };
  }
}
