import type { ColumnType, Selectable } from 'kysely';
import type { BulkAction } from '../../../contract/routes/bulk.ts';

export interface BulkChangesTable {
  workspace_id: string;
  id: string;
  agent_id: string;
  action: ColumnType<BulkAction | null, string | null, never>;
  undo_of: string | null;
  total: number;
  left_out: number;
  finished_at: Date | null;
  created_at: Date;
}
export type BulkChange = Selectable<BulkChangesTable>;

export interface BulkChangeItemsTable {
  workspace_id: string;
  bulk_id: string;
  place: number;
  ticket_id: string;
  state: ColumnType<'waiting' | 'done' | 'failed', 'waiting' | undefined, 'done' | 'failed'>;
  reason: string | null;
  event_id: string | null;
  undoes: string | null;
}
export type BulkItem = Selectable<BulkChangeItemsTable>;

declare module '../../platform/db/database.ts' {
  interface Tables {
    bulk_changes: BulkChangesTable;
    bulk_change_items: BulkChangeItemsTable;
  }
}
