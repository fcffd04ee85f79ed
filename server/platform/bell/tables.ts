import type { ColumnType } from 'kysely';

declare module '../db/database.ts' {
  interface Tables {
    notifications: {
      workspace_id: string;
      id: string;
      agent_id: string;
      kind: string;
      ticket_id: string | null;
      facts: ColumnType<Record<string, unknown>, string, never>;
      once: string;
      created_at: Date;
      read_at: Date | null;
    };
  }
}
