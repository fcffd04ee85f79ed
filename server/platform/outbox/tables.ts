import type { ColumnType } from 'kysely';

export interface DeliveriesTable {
  workspace_id: string;
  id: string;
  /** See NewDelivery. */
  purpose: string;
  ticket_id: string | null;
  message_id: string | null;
  event_id: string | null;
  mailbox_id: string | null;
  recipient: string;
  content: ColumnType<Record<string, unknown>, string, string>;
  state: 'queued' | 'sending' | 'accepted' | 'kept' | 'deferred' | 'failed';
  attempts: number;
  detail: string;
  next_try_at: Date | null;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

declare module '../db/database.ts' {
  interface Tables {
    deliveries: DeliveriesTable;
  }
}
