import type { ColumnType } from 'kysely';
import type { ActivityKind, ReminderChannel } from '../../../contract/routes/activities.ts';

declare module '../../platform/db/database.ts' {
  interface Tables {
    activities: {
      workspace_id: string;
      id: string;
      ticket_id: string;
      kind: ActivityKind;
      title: string;
      note: string;
      owner_id: string;
      due_at: Date | null;
      /** Written as YYYY-MM-DD; read it as text, or the driver makes a moment of it. */
      due_on: ColumnType<Date | null, string | null, string | null>;
      remind_by: ReminderChannel[];
      remind_minutes: number | null;
      remind_at: Date | null;
      reminded_at: Date | null;
      done_at: Date | null;
      done_by: string | null;
      created_by: string;
      created_at: Date;
    };
  }
}
