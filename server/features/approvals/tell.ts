// Who is told what about an approval: by the bell at once, and by mail with a link to where it is decided.
import { tellAgent } from '../../platform/bell/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';

interface Told {
  id: string;
  ticket_id: string;
}

/** Tells approvers that it is their turn. `eventId` is the event that made it so; each is told once about it. */
export async function tellApprovers(
  ctx: Ctx,
  approval: Told,
  approverIds: readonly string[],
  by: { eventId: string; askedBy: string },
): Promise<void> {
  for (const agentId of approverIds)
    await tell(
      ctx,
      approval,
      agentId,
      { purpose: 'approval-asked', eventId: by.eventId },
      {
        approvalId: approval.id,
        actorId: by.askedBy,
      },
    );
}

/** Tells the asker how it ended. */
export async function tellAsker(
  ctx: Ctx,
  approval: Told & { asked_by: string },
  eventId: string,
  outcome: 'accepted' | 'rejected' | 'expired',
): Promise<void> {
  const actorId = ctx.actor.type === 'agent' ? ctx.actor.id : null;
  const facts = { approvalId: approval.id, outcome, ...(actorId && { actorId }) };
  await tell(ctx, approval, approval.asked_by, { purpose: 'approval-settled', eventId }, facts);
}

async function tell(
  ctx: Ctx,
  approval: Told,
  agentId: string,
  { purpose, eventId }: { purpose: 'approval-asked' | 'approval-settled'; eventId: string },
  facts: Record<string, string>,
): Promise<void> {
  const agent = await ctx.tx
    .selectFrom('agents')
    .select('email')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', agentId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!agent) return;
  const ticketId = approval.ticket_id;
  await tellAgent(ctx, { agentId, kind: purpose, ticketId, facts, once: `${purpose} ${eventId}` });
  await queueDelivery(ctx, { purpose, recipient: agent.email, ticketId, eventId, content: facts });
}
