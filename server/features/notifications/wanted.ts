import type { NotificationPreferences } from '../../desk/people/index.ts';
import type { Ctx } from '../../platform/db/index.ts';

/** Where to write to an agent about something; null when they do not want such mails, or are no agent any more. */
export async function addressWanting(
  ctx: Ctx,
  agentId: string,
  what: keyof NotificationPreferences,
): Promise<string | null> {
  const agent = await ctx.tx
    .selectFrom('agents')
    .select(['email', 'notifications'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', agentId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  // Whoever never said no to a newer kind of mail gets it.
  return (agent?.notifications[what] ?? true) && agent ? agent.email : null;
}

/** The ticket as it is now: a reaction may run late. */
export function ticketNow(ctx: Ctx, ticketId: string) {
  return ctx.tx
    .selectFrom('tickets')
    .select(['id', 'assignee_id', 'escalated_to'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirst();
}

/** The event that was heard. */
export function eventHeard(ctx: Ctx, eventId: string) {
  return ctx.tx
    .selectFrom('events')
    .select(['actor_type', 'actor_id', 'changes', 'facts'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', eventId)
    .executeTakeFirst();
}
