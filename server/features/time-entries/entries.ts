// Time spent on a ticket (ZOH-16). Each agent keeps their own; the rate that holds when time is noted stays with it.
import './tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Changes } from '../../../contract/events/index.ts';
import type { timeEntry } from '../../../contract/routes/time-entries.ts';
import { changeTicket } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { forbidden, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { amountOf, totalsOf } from './amounts.ts';
import { rateFor } from './rates.ts';

export type Entry = z.input<typeof timeEntry>;

export interface EntryInput {
  minutes: number;
  /** YYYY-MM-DD. */
  day: string;
  note: string;
  isBillable: boolean;
}

const columns = ['id', 'ticket_id', 'agent_id', 'minutes', 'note', 'is_billable'] as const;

function readEntries(ctx: Ctx) {
  return ctx.tx
    .selectFrom('time_entries')
    .select([...columns, 'hourly_rate', 'currency', sql<string>`day::text`.as('day')])
    .where('workspace_id', '=', ctx.workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof readEntries>['executeTakeFirstOrThrow']>>;

function toEntry(row: Row): Entry {
  const rate = row.hourly_rate === null ? null : { hourly: row.hourly_rate, currency: row.currency! };
  const entry = { minutes: row.minutes, isBillable: row.is_billable, rate };
  return {
    ...entry,
    id: row.id,
    agentId: row.agent_id,
    day: row.day,
    note: row.note,
    amount: amountOf(entry),
  };
}

/** The entries of a ticket, the latest day first, and what they come to. */
export async function timeOf(ctx: Ctx, ticketId: string) {
  const rows = await readEntries(ctx)
    .where('ticket_id', '=', ticketId)
    .orderBy('time_entries.day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const entries = rows.map(toEntry);
  return { entries, ...totalsOf(entries) };
}

/** Notes time of the acting agent. @throws NotFound */
export async function addEntry(ctx: Ctx, ticketId: string, input: EntryInput): Promise<Entry> {
  const id = newId();
  const { ticket } = await changeTicket(ctx, ticketId, () => ({
    kind: 'time.added',
    facts: { entryId: id },
    alsoChanged: { minutes: [null, input.minutes] },
  }));
  const rate = await rateFor(ctx, ctx.actor.id!, ticket.organisation_id);
  await ctx.tx
    .insertInto('time_entries')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      ticket_id: ticketId,
      agent_id: ctx.actor.id!,
      ...columnsOf(input),
      hourly_rate: rate?.hourly ?? null,
      currency: rate?.currency ?? null,
      created_at: ctx.now,
    })
    .execute();
  return toEntry(await readEntries(ctx).where('id', '=', id).executeTakeFirstOrThrow());
}

/** Changes an entry; its rate stays. @throws NotFound, Forbidden entry-not-yours */
export async function editEntry(ctx: Ctx, id: string, input: EntryInput): Promise<Entry> {
  const ticketId = await ticketOf(ctx, id);
  await changeTicket(ctx, ticketId, async () => {
    const before = await ownEntry(ctx, id);
    const now = { ...before, ...columnsOf(input) };
    if (JSON.stringify(now) === JSON.stringify(before)) return null;
    await ctx.tx
      .updateTable('time_entries')
      .set(columnsOf(input))
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute();
    const alsoChanged: Changes = {};
    if (before.minutes !== input.minutes) alsoChanged.minutes = [before.minutes, input.minutes];
    return { kind: 'time.edited', facts: { entryId: id }, alsoChanged };
  });
  return toEntry(await readEntries(ctx).where('id', '=', id).executeTakeFirstOrThrow());
}

/** @throws NotFound, Forbidden entry-not-yours */
export async function removeEntry(ctx: Ctx, id: string): Promise<void> {
  const ticketId = await ticketOf(ctx, id);
  await changeTicket(ctx, ticketId, async () => {
    const before = await ownEntry(ctx, id);
    await ctx.tx
      .deleteFrom('time_entries')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute();
    return {
      kind: 'time.removed',
      facts: { entryId: id },
      alsoChanged: { minutes: [before.minutes, null] },
    };
  });
}

const columnsOf = ({ day, minutes, note, isBillable }: EntryInput) => ({
  day,
  minutes,
  note,
  is_billable: isBillable,
});

async function ticketOf(ctx: Ctx, id: string): Promise<string> {
  const row = await readEntries(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return row.ticket_id;
}

/** Whether the ticket may be seen was asked already: what is refused here is no secret. */
async function ownEntry(ctx: Ctx, id: string): Promise<Row> {
  const row = await readEntries(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  if (row.agent_id !== ctx.actor.id) throw forbidden('entry-not-yours');
  return row;
}
