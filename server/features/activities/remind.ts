// Clock: reminders that are due. Claimed a batch at a time and passed over by whoever finds them claimed, so that two
// processes share them; what a process had claimed when it died is due again, since nothing of it was committed.
import './tables.ts';
import { changeTicket } from '../../desk/tickets/index.ts';
import { tellAgent } from '../../platform/bell/index.ts';
import { type Ctx, type Database, systemActor } from '../../platform/db/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';

const batch = 50;
/** What one round sends for a workspace; more waits for the next. */
const mostBatches = 20;

/** Sends the reminders of a workspace that are due, each once. Gives how many. */
export async function remindOfActivities(database: Database, workspaceId: string): Promise<number> {
  const scope = { workspaceId, actor: systemActor('clock') };
  let sent = 0;
  for (let round = 0; round < mostBatches; round++) {
    const count = await database.run(scope, remindBatch);
    sent += count;
    if (count < batch) break;
  }
  return sent;
}

async function remindBatch(ctx: Ctx): Promise<number> {
  const due = await ctx.tx
    .selectFrom('activities')
    .innerJoin('agents', join =>
      join
        .onRef('agents.workspace_id', '=', 'activities.workspace_id')
        .onRef('agents.id', '=', 'activities.owner_id'),
    )
    .select(['activities.id', 'activities.kind', 'activities.ticket_id', 'activities.owner_id'])
    .select(['activities.remind_by', 'activities.remind_at', 'agents.email', 'agents.disabled_at'])
    .where('activities.workspace_id', '=', ctx.workspaceId)
    .where('activities.remind_at', '<=', ctx.now)
    .orderBy('activities.remind_at')
    .limit(batch)
    .forUpdate('activities')
    .skipLocked()
    .execute();
  // In the order of the tickets: two processes that lock the same ones never wait crosswise.
  for (const one of due.sort((a, b) => a.ticket_id.localeCompare(b.ticket_id))) await remind(ctx, one);
  return due.length;
}

interface Due {
  id: string;
  kind: 'task' | 'call' | 'event';
  ticket_id: string;
  owner_id: string;
  remind_by: string[];
  remind_at: Date | null;
  email: string;
  disabled_at: Date | null;
}

async function remind(ctx: Ctx, one: Due): Promise<void> {
  await ctx.tx
    .updateTable('activities')
    .set({ remind_at: null, reminded_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', one.id)
    .execute();
  if (one.disabled_at) return;
  const { eventId } = await changeTicket(ctx, one.ticket_id, () => ({
    kind: 'activity.reminded',
    facts: { activityId: one.id, activity: one.kind },
  }));
  const news = { agentId: one.owner_id, kind: 'activity-reminder', ticketId: one.ticket_id };
  const once = `activity ${one.id} ${one.remind_at?.toISOString()}`;
  if (one.remind_by.includes('popup')) await tellAgent(ctx, { ...news, facts: { activityId: one.id }, once });
  if (one.remind_by.includes('mail'))
    await queueDelivery(ctx, {
      purpose: 'activity-reminder',
      recipient: one.email,
      ticketId: one.ticket_id,
      eventId,
      content: { activityId: one.id },
    });
}
