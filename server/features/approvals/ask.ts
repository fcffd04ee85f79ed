// Asking for approval, changing what is asked, taking it back. The ticket's lock puts all that happens to its approvals in a
// row, so each command sees what the one before has done.
import './tables.ts';
import type { ApprovalMode } from '../../../contract/routes/approvals.ts';
import { activeAgent, agentById } from '../../desk/people/index.ts';
import { changeTicket, withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, forbidden, invalid, tooMany } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { turnsOf } from './outcome.ts';
import { type Approval, lockedApproval, ticketOfApproval } from './read.ts';
import { tellApprovers } from './tell.ts';

export interface Asked {
  subject: string;
  question: string;
  shared: string;
}

/** Days after which nobody can decide any more (S21). */
export const expiresAfterDays = 14;
const hour = 3600_000;

/**
 * Asks agents to approve something on a ticket (ZOH-03). Gives its id.
 * @throws NotFound, Invalid agent-not-available, approver-is-asker, approver-cannot-see
 */
export async function askApproval(
  ctx: Ctx,
  ticketId: string,
  input: Asked & { mode: ApprovalMode; approverIds: string[] },
): Promise<string> {
  const id = newId();
  const approverIds = [...new Set(input.approverIds)];
  const { eventId } = await changeTicket(ctx, ticketId, async () => {
    for (const approverId of approverIds) await checkApprover(ctx, ticketId, approverId, ctx.actor.id!);
    return { kind: 'approval.asked', facts: { approvalId: id } };
  });
  const { subject, question, shared, mode } = input;
  await ctx.tx
    .insertInto('approvals')
    .values({
      ...{ workspace_id: ctx.workspaceId, id, ticket_id: ticketId, asked_by: ctx.actor.id! },
      ...{ subject, question, shared, mode, state: 'waiting', version: 1, asked_at: ctx.now },
      expires_at: new Date(ctx.now.getTime() + expiresAfterDays * 24 * hour),
      ...{ reminded_at: null, settled_at: null },
    })
    .execute();
  const steps = approverIds.map((approver_id, position) => ({
    ...{ workspace_id: ctx.workspaceId, approval_id: id, position, approver_id },
    ...{ delegated_by: null, decision: null, comment: '', decided_at: null },
  }));
  await ctx.tx.insertInto('approval_steps').values(steps).execute();
  const first = turnsOf(mode, steps).map(step => step.approver_id);
  await tellApprovers(ctx, { id, ticket_id: ticketId }, first, { eventId: eventId!, askedBy: ctx.actor.id! });
  return id;
}

/**
 * Changes what is asked: all that was said so far was about something else, so everybody is asked anew.
 * @throws NotFound, Forbidden approval-not-yours, Conflict approval-settled, approval-changed
 */
export async function editApproval(
  ctx: Ctx,
  id: string,
  { version, ...asked }: Asked & { version: number },
): Promise<void> {
  await changeOwn(
    ctx,
    id,
    'approval.edited',
    async (approval, eventId) => {
      await ctx.tx
        .updateTable('approvals')
        .set({ ...asked, version: approval.version + 1 })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', '=', id)
        .execute();
      await ctx.tx
        .updateTable('approval_steps')
        .set({ decision: null, comment: '', decided_at: null })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('approval_id', '=', id)
        .execute();
      const anew = approval.steps.map(step => ({ ...step, decision: null }));
      await tellTurns(ctx, { ...approval, steps: anew }, eventId);
    },
    approval => {
      if (approval.version !== version) throw conflict('approval-changed');
    },
  );
}

/** Takes back what was asked. @throws NotFound, Forbidden approval-not-yours, Conflict approval-settled */
export async function withdrawApproval(ctx: Ctx, id: string): Promise<void> {
  await changeOwn(ctx, id, 'approval.withdrawn', async () => {
    await ctx.tx
      .updateTable('approvals')
      .set({ state: 'withdrawn', settled_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute();
  });
}

/**
 * Tells those whose turn it is once more.
 * @throws NotFound, Forbidden approval-not-yours, Conflict approval-settled, TooMany approval-just-reminded
 */
export async function remindApprovers(ctx: Ctx, id: string): Promise<void> {
  await changeOwn(
    ctx,
    id,
    'approval.reminded',
    async (approval, eventId) => {
      await ctx.tx
        .updateTable('approvals')
        .set({ reminded_at: ctx.now })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', '=', id)
        .execute();
      await tellTurns(ctx, approval, eventId);
    },
    approval => {
      const last = approval.reminded_at ?? approval.asked_at;
      const waitMs = last.getTime() + hour - ctx.now.getTime();
      if (waitMs > 0) throw tooMany('approval-just-reminded', Math.ceil(waitMs / 1000));
    },
  );
}

type OwnKind = 'approval.edited' | 'approval.withdrawn' | 'approval.reminded';

async function changeOwn(
  ctx: Ctx,
  id: string,
  kind: OwnKind,
  apply: (approval: Approval, eventId: string) => Promise<void>,
  check: (approval: Approval) => void = () => {},
): Promise<void> {
  let approval: Approval | undefined;
  const { eventId } = await changeTicket(ctx, await ticketOfApproval(ctx, id), async () => {
    approval = await lockedApproval(ctx, id);
    if (approval.asked_by !== ctx.actor.id) throw forbidden('approval-not-yours');
    refuseSettled(approval);
    check(approval);
    return { kind, facts: { approvalId: id } };
  });
  await apply(approval!, eventId!);
}

function tellTurns(ctx: Ctx, approval: Approval, eventId: string): Promise<void> {
  const turns = turnsOf(approval.mode, approval.steps).map(step => step.approver_id);
  return tellApprovers(ctx, approval, turns, { eventId, askedBy: approval.asked_by });
}

/** @throws Conflict approval-settled, with the state it is in */
export function refuseSettled(approval: Pick<Approval, 'state'>): void {
  if (approval.state !== 'waiting') throw conflict('approval-settled', { state: approval.state });
}

/**
 * Nobody approves what they asked themselves (D-17), and an approver must be able to see the ticket.
 * @throws Invalid agent-not-available, approver-is-asker, approver-cannot-see
 */
export async function checkApprover(
  ctx: Ctx,
  ticketId: string,
  approverId: string,
  askerId: string,
): Promise<void> {
  const refused = (code: string, facts = {}) => invalid(code, { ...facts, fields: { approverIds: code } });
  if (approverId === askerId) throw refused('approver-is-asker');
  const approver = await activeAgent(ctx, approverId);
  const theirs: Ctx = { ...ctx, actor: { ...ctx.actor, id: approverId }, onlyFolders: approver.folderIds };
  const seen = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .where(withinReach(theirs))
    .executeTakeFirst();
  if (!seen) throw refused('approver-cannot-see', { name: (await agentById(ctx, approverId)).name });
}
