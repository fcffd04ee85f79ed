import type { ColumnType } from 'kysely';

export interface SideConversationsTable {
  workspace_id: string;
  id: string;
  ticket_id: string;
  subject: string;
  created_by: string;
  created_at: ColumnType<Date, Date, never>;
}

declare module '../../../platform/db/database.ts' {
  interface Tables {
    side_conversations: SideConversationsTable;
  }
}
