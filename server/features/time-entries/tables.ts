import type { ColumnType } from 'kysely';

declare module '../../platform/db/database.ts' {
  interface Tables {
    time_entries: {
      workspace_id: string;
      id: string;
      ticket_id: string;
      agent_id: string;
      /** Written as YYYY-MM-DD; read it as text, or the driver makes a moment of it. */
      day: ColumnType<Date, string, string>;
      minutes: number;
      note: string;
      is_billable: boolean;
      /** In the smallest unit of the currency. */
      hourly_rate: number | null;
      currency: string | null;
      created_at: Date;
    };
    timers: { workspace_id: string; agent_id: string; ticket_id: string; started_at: Date };
    time_rates: {
      workspace_id: string;
      id: string;
      agent_id: string | null;
      organisation_id: string | null;
      hourly_rate: number;
      currency: string;
    };
  }
}
