// What agents are told inside the app. The platform keeps kinds and ids; rooms say what they mean, screens put it in words.
import './tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../db/index.ts';
import { newId } from '../ids/index.ts';

export interface News {
  agentId: string;
  kind: string;
  /** null for what is about no ticket. */
  ticketId: string | null;
  /** Ids and codes, never names or texts. */
  facts: Record<string, string>;
  /** The same text for the same news: it is told once, however often this is called. */
  once: string;
}

/** Tells an agent something inside the app, in the transaction of what it tells about. */
export async function tellAgent(ctx: Ctx, news: News): Promise<void> {
  await ctx.tx
    .insertInto('notifications')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      agent_id: news.agentId,
      kind: news.kind,
      ticket_id: news.ticketId,
      facts: JSON.stringify(news.facts),
      once: news.once,
      created_at: ctx.now,
      read_at: null,
    })
    .onConflict(conflict => conflict.columns(['workspace_id', 'agent_id', 'once']).doNothing())
    .execute();
}

/** Marks the acting agent's notifications as read: those named, or all. */
export async function markNotificationsRead(ctx: Ctx, ids?: string[]): Promise<void> {
  let update = ctx.tx
    .updateTable('notifications')
    .set({ read_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('agent_id', '=', ctx.actor.id)
    .where('read_at', 'is', null);
  if (ids) update = update.where('id', '=', sql<string>`any(${ids}::uuid[])`);
  await update.execute();
}

/** Clock: forgets what was told more than 60 days ago, read or not. */
export async function forgetNotifications(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - 60 * 24 * 3600 * 1000);
  await ctx.tx
    .deleteFrom('notifications')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('created_at', '<', before)
    .execute();
}

/** A text per agent that differs when anything of theirs came or was read; none for who has nothing unread. */
export async function bellsOf(ctx: Ctx, agentIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ agentId: string; version: string }>`
    select agent_id as "agentId", count(*) || ' ' || max(id::text) as version from notifications
    where workspace_id = ${ctx.workspaceId} and agent_id = any(${agentIds}::uuid[]) and read_at is null
    group by agent_id`.execute(ctx.tx);
  return new Map(rows.map(row => [row.agentId, row.version]));
}
