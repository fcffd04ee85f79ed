// The clock that an agent lets run on a ticket. A signal, not an event: what it measured is noted when it stops.
import './tables.ts';
import { sql } from 'kysely';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { addEntry } from './entries.ts';

/** A clock that was forgotten notes a day at most. */
const mostMinutes = 1440;

/** The clock that the acting agent lets run, on a ticket that they may still see, or null. */
export async function timerOf(ctx: Ctx) {
  const row = await ctx.tx
    .selectFrom('timers')
    .innerJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'timers.workspace_id')
        .onRef('tickets.id', '=', 'timers.ticket_id'),
    )
    .select(['tickets.number', 'tickets.subject', 'timers.started_at'])
    .where('timers.workspace_id', '=', ctx.workspaceId)
    .where('timers.agent_id', '=', ctx.actor.id)
    .where(withinReach(ctx))
    .executeTakeFirst();
  return row
    ? { ticketNumber: row.number, subject: row.subject, startedAt: row.started_at.toISOString() }
    : null;
}

/** Starts the clock on a ticket; what ran elsewhere is stopped and noted there. Running here already, it runs on. */
export async function startTimer(ctx: Ctx, ticketId: string): Promise<void> {
  const running = await lockedTimer(ctx);
  if (running?.ticket_id === ticketId) return;
  if (running) await stopTimer(ctx);
  const row = { workspace_id: ctx.workspaceId, agent_id: ctx.actor.id!, ticket_id: ticketId };
  await ctx.tx
    .insertInto('timers')
    .values({ ...row, started_at: ctx.now })
    // Two windows that start at once: one clock runs.
    .onConflict(conflict => conflict.columns(['workspace_id', 'agent_id']).doNothing())
    .execute();
}

/** Stops the clock and notes its time, a begun minute as a whole one. @throws NotFound when none runs */
export async function stopTimer(ctx: Ctx): Promise<void> {
  const running = await lockedTimer(ctx);
  if (!running) throw notFound();
  await ctx.tx
    .deleteFrom('timers')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('agent_id', '=', ctx.actor.id)
    .execute();
  const minutes = Math.ceil((ctx.now.getTime() - running.started_at.getTime()) / 60_000);
  // The time was spent while the ticket could be seen, though it may have been moved out of reach since.
  await addEntry({ ...ctx, onlyFolders: null }, running.ticket_id, {
    minutes: Math.min(mostMinutes, Math.max(1, minutes)),
    day: running.day,
    note: '',
    isBillable: true,
  });
}

/** With the day on which it began, where the desk is. */
function lockedTimer(ctx: Ctx) {
  return ctx.tx
    .selectFrom('timers')
    .innerJoin('workspaces', 'workspaces.workspace_id', 'timers.workspace_id')
    .select(['timers.ticket_id', 'timers.started_at'])
    .select(sql<string>`(timers.started_at at time zone workspaces.time_zone)::date::text`.as('day'))
    .where('timers.workspace_id', '=', ctx.workspaceId)
    .where('timers.agent_id', '=', ctx.actor.id)
    .forUpdate('timers')
    .executeTakeFirst();
}
