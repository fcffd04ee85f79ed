import type { ColumnType } from 'kysely';
import type { Language, Priority } from '../../../contract/fields.ts';

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
    ticket_types: {
      workspace_id: string;
      id: string;
      name: string;
      priority: Priority;
      team_id: string | null;
      position: number;
      created_at: Made;
    };
    segments: { workspace_id: string; id: string; name: string; created_at: Made };
    segment_agents: { workspace_id: string; segment_id: string; agent_id: string };
    counters: { workspace_id: string; name: string; value: number };
    directory: {
      kind: 'slug' | 'address' | 'host';
      key: string;
      workspace_id: string;
      target_id: string | null;
    };
  }
}
