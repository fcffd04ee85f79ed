// Deciding, handing the decision on, and the end of what nobody decided (ZOH-04, S21).
import './tables.ts';
import { changeTicket } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, forbidden, invalid } from '../../platform/errors/index.ts';
import { checkApprover, refuseSettled } from './ask.ts';
import { outcomeOf, turnsOf } from './outcome.ts';
import { type Approval, lockedApproval, ticketOfApproval } from './read.ts';
import { tellApprovers, tellAsker } from './tell.ts';

/**
 * Accepts or rejects what the actor was asked, once, and only the version that they read.
 * @throws NotFound, Forbidden approval-not-yours, Conflict approval-settled, approval-changed, approval-not-your-turn,
 *   Invalid comment-needed for a rejection without a reason
 */
export async function decide(
  ctx: Ctx,
  id: string,
  input: { decision: 'accepted' | 'rejected'; comment: string; version: number },
): Promise<void> {
  const { decision, comment } = input;
  if (decision === 'rejected' && !comment)
    throw invalid('comment-needed', { fields: { comment: 'comment-needed' } });
  let approval: Approval | undefined;
  const { eventId } = await changeTicket(ctx, await ticketOfApproval(ctx, id), async () => {
    approval = await lockedApproval(ctx, id);
    ownStep(ctx, approval);
    refuseSettled(approval);
    if (approval.version !== input.version) throw conflict('approval-changed');
    if (!turnsOf(approval.mode, approval.steps).some(step => step.approver_id === ctx.actor.id))
      throw conflict('approval-not-your-turn');
    return { kind: 'approval.decided', facts: { approvalId: id, outcome: decision } };
  });
  await ctx.tx
    .updateTable('approval_steps')
    .set({ decision, comment, decided_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('approval_id', '=', id)
    .where('approver_id', '=', ctx.actor.id)
    .execute();
  await goOn(ctx, approval!, decision, eventId!);
}

/** Settles the approval where the answers add up to something; in order, it is the next one's turn. */
async function goOn(
  ctx: Ctx,
  before: Approval,
  decision: 'accepted' | 'rejected',
  eventId: string,
): Promise<void> {
  const steps = before.steps.map(step => (step.approver_id === ctx.actor.id ? { ...step, decision } : step));
  const outcome = outcomeOf(before.mode, steps);
  if (outcome) {
    await settle(ctx, before.id, outcome);
    await tellAsker(ctx, before, eventId, outcome);
  } else if (before.mode === 'in_order') {
    const next = turnsOf(before.mode, steps).map(step => step.approver_id);
    await tellApprovers(ctx, before, next, { eventId, askedBy: before.asked_by });
  }
}

/**
 * Hands the actor's decision to another agent.
 * @throws NotFound, Forbidden approval-not-yours, Conflict approval-settled or already-approver, Invalid of the approver
 */
export async function delegate(ctx: Ctx, id: string, agentId: string): Promise<void> {
  let approval: Approval | undefined;
  const { eventId } = await changeTicket(ctx, await ticketOfApproval(ctx, id), async () => {
    approval = await lockedApproval(ctx, id);
    const step = ownStep(ctx, approval);
    refuseSettled(approval);
    if (step.decision) throw conflict('approval-not-your-turn');
    if (approval.steps.some(one => one.approver_id === agentId)) throw conflict('already-approver');
    await checkApprover(ctx, approval.ticket_id, agentId, approval.asked_by);
    return {
      kind: 'approval.delegated',
      facts: { approvalId: id },
      alsoChanged: { approverId: [ctx.actor.id, agentId] },
    };
  });
  await ctx.tx
    .updateTable('approval_steps')
    .set({ approver_id: agentId, delegated_by: ctx.actor.id })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('approval_id', '=', id)
    .where('approver_id', '=', ctx.actor.id)
    .execute();
  const turns = turnsOf(approval!.mode, approval!.steps).some(step => step.approver_id === ctx.actor.id);
  if (turns)
    await tellApprovers(ctx, approval!, [agentId], { eventId: eventId!, askedBy: approval!.asked_by });
}

/** Clock: ends what nobody decided in time, a batch at a time. Gives how many. */
export async function expireApprovals(ctx: Ctx, limit = 100): Promise<number> {
  const due = await ctx.tx
    .selectFrom('approvals')
    .select(['id', 'ticket_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', ctx.now)
    .orderBy('ticket_id')
    .limit(limit)
    .execute();
  for (const { id, ticket_id } of due) {
    let approval: Approval | undefined;
    // Read without a lock above: another process, or an answer in the last moment, may have settled it since.
    const { eventId } = await changeTicket(ctx, ticket_id, async () => {
      approval = await lockedApproval(ctx, id);
      if (approval.state !== 'waiting') return null;
      return { kind: 'approval.expired', facts: { approvalId: id } };
    });
    if (!eventId) continue;
    await settle(ctx, id, 'expired');
    await tellAsker(ctx, approval!, eventId, 'expired');
  }
  return due.length;
}

async function settle(ctx: Ctx, id: string, state: 'accepted' | 'rejected' | 'expired'): Promise<void> {
  await ctx.tx
    .updateTable('approvals')
    .set({ state, settled_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

function ownStep(ctx: Ctx, approval: Approval): Approval['steps'][number] {
  const step = approval.steps.find(one => one.approver_id === ctx.actor.id);
  if (!step) throw forbidden('approval-not-yours');
  return step;
}
