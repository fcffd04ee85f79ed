import './tables.ts';
import type { z } from 'zod';
import type { approval } from '../../../contract/routes/approvals.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { turnsOf } from './outcome.ts';

/** What was asked on a ticket, the latest first, each with its approvers and what they said. */
export async function approvalsOf(ctx: Ctx, ticketId: string): Promise<z.input<typeof approval>[]> {
  const rows = await ctx.tx
    .selectFrom('approvals')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(row => row.id);
  const steps = await ctx.tx
    .selectFrom('approval_steps')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('approval_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map(row => {
    const own = steps.filter(step => step.approval_id === row.id);
    const turns = row.state === 'waiting' ? turnsOf(row.mode, own) : [];
    return {
      id: row.id,
      askedBy: row.asked_by,
      subject: row.subject,
      question: row.question,
      shared: row.shared,
      mode: row.mode,
      state: row.state,
      version: row.version,
      askedAt: row.asked_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      settledAt: row.settled_at?.toISOString() ?? null,
      steps: own.map(step => ({
        approverId: step.approver_id,
        delegatedBy: step.delegated_by,
        decision: step.decision,
        comment: step.comment,
        decidedAt: step.decided_at?.toISOString() ?? null,
        isTheirTurn: turns.includes(step),
      })),
    };
  });
}

/** @throws NotFound */
export async function ticketOfApproval(ctx: Ctx, id: string): Promise<string> {
  const row = await ctx.tx
    .selectFrom('approvals')
    .select('ticket_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.ticket_id;
}

/** The approval with its steps, to be read while its ticket is locked. @throws NotFound */
export async function lockedApproval(ctx: Ctx, id: string) {
  const row = await ctx.tx
    .selectFrom('approvals')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  const steps = await ctx.tx
    .selectFrom('approval_steps')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('approval_id', '=', id)
    .orderBy('position')
    .execute();
  return { ...row, steps };
}

export type Approval = Awaited<ReturnType<typeof lockedApproval>>;
