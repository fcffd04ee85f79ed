import type { ColumnType, Selectable } from 'kysely';
import type { DraftContent, DraftMode } from '../../../../contract/routes/drafts.ts';

/** As it is stored: images stand as `cid:` and the id of a file. */
type Content = ColumnType<DraftContent, string, string>;

export interface DraftsTable {
  workspace_id: string;
  id: string;
  agent_id: string;
  ticket_id: string | null;
  mode: DraftMode;
  content: Content;
  version: number;
  tab: string;
  created_at: Date;
  saved_at: Date;
}
export type DraftRow = Selectable<DraftsTable>;

declare module '../../../platform/db/database.ts' {
  interface Tables {
    drafts: DraftsTable;
    draft_versions: {
      workspace_id: string;
      draft_id: string;
      version: number;
      content: Content;
      at: Date;
    };
    draft_files: { workspace_id: string; draft_id: string; file_id: string };
    draft_shares: {
      workspace_id: string;
      draft_id: string;
      agent_id: string;
      state: 'asked' | 'shared' | 'declined';
      at: Date;
    };
  }
}
