import type { Selectable } from 'kysely';
import type { ApprovalMode, approvalStates, decisions } from '../../../contract/routes/approvals.ts';

export interface ApprovalsTable {
  workspace_id: string;
  id: string;
  ticket_id: string;
  asked_by: string;
  subject: string;
  question: string;
  shared: string;
  mode: ApprovalMode;
  state: (typeof approvalStates)[number];
  version: number;
  asked_at: Date;
  expires_at: Date;
  reminded_at: Date | null;
  settled_at: Date | null;
}
export interface StepsTable {
  workspace_id: string;
  approval_id: string;
  position: number;
  approver_id: string;
  delegated_by: string | null;
  decision: (typeof decisions)[number] | null;
  comment: string;
  decided_at: Date | null;
}
export type Step = Pick<Selectable<StepsTable>, 'position' | 'approver_id' | 'decision'>;

declare module '../../platform/db/database.ts' {
  interface Tables {
    approvals: ApprovalsTable;
    approval_steps: StepsTable;
  }
}
