// The job of a bulk change. Each ticket is a transaction of its own that also writes down that it is done, so a process
// that is killed leaves nothing half done, and the next one goes on behind it.
import './tables.ts';
import { agentById } from '../../desk/people/index.ts';
import { ticketIdOf } from '../../desk/tickets/index.ts';
import { type Ctx, type Scope, systemActor } from '../../platform/db/index.ts';
import { DeskError, forbidden } from '../../platform/errors/index.ts';
import type { Platform } from '../../platform/index.ts';
import type { Task } from '../../platform/jobs/index.ts';
import { work } from './apply.ts';
import type { BulkChange, BulkItem } from './tables.ts';

/** Tickets taken from the list at a time. */
const batch = 50;

/** The task that works through one bulk change; running it again goes on where it stopped. */
export function runBulk({ database }: Pick<Platform, 'database'>): Task {
  return async payload => {
    const { workspaceId, bulkId } = payload as { workspaceId: string; bulkId: string };
    const scope: Scope = { workspaceId, actor: systemActor('bulk') };
    for (;;) {
      const found = await database.run(scope, ctx => nextItems(ctx, bulkId));
      if (!found) return;
      const agent = await agentScope(database, scope, found.bulk);
      for (const item of found.items) await doOne(database, agent, found.bulk, item);
    }
  };
}

/** What is to be done next; null where nothing is, and then it is written down that the change has ended. */
async function nextItems(ctx: Ctx, bulkId: string): Promise<{ bulk: BulkChange; items: BulkItem[] } | null> {
  const bulk = await ctx.tx
    .selectFrom('bulk_changes')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', bulkId)
    .executeTakeFirst();
  if (!bulk || bulk.finished_at) return null;
  const items = await ctx.tx
    .selectFrom('bulk_change_items')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('bulk_id', '=', bulkId)
    .where('state', '=', 'waiting')
    .orderBy('place')
    .limit(batch)
    .execute();
  if (items.length > 0) return { bulk, items };
  await ctx.tx
    .updateTable('bulk_changes')
    .set({ finished_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', bulkId)
    .execute();
  return null;
}

type Database = Platform['database'];

/** As whom the work is done: the agent, with what they may see by now. Null where they are no agent any more. */
async function agentScope(database: Database, scope: Scope, bulk: BulkChange): Promise<Scope | null> {
  const agent = await database.run(scope, ctx => agentById(ctx, bulk.agent_id));
  if (agent.isDisabled) return null;
  return {
    ...scope,
    actor: { type: 'agent', id: agent.id, via: 'bulk' },
    language: agent.language,
    onlyFolders: agent.folderIds,
    marks: { bulkId: bulk.id },
  };
}

async function doOne(
  database: Database,
  scope: Scope | null,
  bulk: BulkChange,
  item: BulkItem,
): Promise<void> {
  const plain: Scope = { workspaceId: bulk.workspace_id, actor: systemActor('bulk') };
  try {
    if (!scope) throw forbidden();
    await database.run(scope, async ctx => {
      if (!(await claim(ctx, item))) return;
      const ticketId = await ticketIdOf(ctx, item.ticket_id);
      const before = await lastEvent(ctx, ticketId);
      await work(ctx, item, bulk.action);
      const after = await lastEvent(ctx, ticketId);
      await settle(ctx, item, { state: 'done', event_id: after === before ? null : after });
    });
  } catch (error) {
    // Anything but a refusal, such as a database that is away, leaves the ticket for the job's next try.
    if (!(error instanceof DeskError)) throw error;
    const { code } = error;
    await database.run(plain, async ctx => {
      if (await claim(ctx, item)) await settle(ctx, item, { state: 'failed', reason: code });
    });
  }
}

/** Holds the item to the end of the transaction; false where somebody has done it already. */
async function claim(ctx: Ctx, item: BulkItem): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('bulk_change_items')
    .select('state')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('bulk_id', '=', item.bulk_id)
    .where('place', '=', item.place)
    .forUpdate()
    .executeTakeFirst();
  return row?.state === 'waiting';
}

async function settle(
  ctx: Ctx,
  item: BulkItem,
  outcome: { state: 'done' | 'failed'; event_id?: string | null; reason?: string },
): Promise<void> {
  await ctx.tx
    .updateTable('bulk_change_items')
    .set(outcome)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('bulk_id', '=', item.bulk_id)
    .where('place', '=', item.place)
    .execute();
}

/** The ticket's version. Locked first, so that what changes in between is this change and nobody else's. */
async function lastEvent(ctx: Ctx, ticketId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('tickets')
    .select('last_event_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .forUpdate()
    .executeTakeFirst();
  return row?.last_event_id;
}
