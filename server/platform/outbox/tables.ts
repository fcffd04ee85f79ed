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
  /** 'delayed' and 'bounced' were accepted first: a report has come about them. */
  state: 'queued' | 'sending' | 'accepted' | 'kept' | 'deferred' | 'failed' | 'delayed' | 'bounced';
  attempts: number;
  detail: string;
  next_try_at: Date | null;
  /** Of one that bounced: whether its address is dead; null where nobody knows. */
  is_dead: ColumnType<boolean | null, boolean | null | undefined, boolean | null>;
  /** The raw mail that reported it. */
  report_id: ColumnType<string | null, undefined, string | null>;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

declare module '../db/database.ts' {
  interface Tables {
    deliveries: DeliveriesTable;
  }
}
