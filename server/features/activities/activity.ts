// Tasks, calls and events of a ticket (ZOH-10 to ZOH-15). Every command locks the activity before the ticket, as the clock
// does, so that the two never wait for each other.
import './tables.ts';
import { sql } from 'kysely';
import type { Changes, EventKind } from '../../../contract/events/index.ts';
import type { ActivityKind } from '../../../contract/routes/activities.ts';
import { activeAgent } from '../../desk/people/index.ts';
import { changeTicket } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { forbidden, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { askedReminder, movedReminder, type Reminder } from './reminder.ts';
import { canSendSms } from './sms.ts';

type Due = { at: string } | { on: string } | null;

export interface NewActivity {
  kind: ActivityKind;
  title: string;
  note: string;
  due: Due;
  reminder: Reminder | null;
  ownerId?: string;
}
export type ActivityChange = Partial<NewActivity>;
type ActivityEvent = Extract<EventKind, `activity.${string}`>;

/**
 * Adds an activity; whoever adds it owns it unless they name another (ZOH-12). Gives its id.
 * @throws NotFound, Invalid agent-not-available or of the reminder
 */
export async function addActivity(ctx: Ctx, ticketId: string, input: NewActivity): Promise<string> {
  const id = newId();
  const owner_id = await ownerWanted(ctx, input.ownerId ?? ctx.actor.id!);
  const due = dueColumns(input.due);
  const reminder = askedReminder(input.reminder, due.due_at, ctx.now, await canSendSms(ctx));
  const alsoChanged: Changes = {};
  if (owner_id !== ctx.actor.id) alsoChanged.ownerId = [null, owner_id];
  const facts = { activityId: id, activity: input.kind };
  await changeTicket(ctx, ticketId, () => ({ kind: 'activity.added', facts, alsoChanged }));
  const { kind, title, note } = input;
  await ctx.tx
    .insertInto('activities')
    .values({
      ...{ workspace_id: ctx.workspaceId, id, ticket_id: ticketId, kind, title, note, owner_id },
      ...due,
      ...reminder,
      ...{ reminded_at: null, done_at: null, done_by: null, created_by: ctx.actor.id!, created_at: ctx.now },
    })
    .execute();
  return id;
}

/**
 * Changes an activity. A reminder that is not named moves with the due time, or is cancelled in the past (ZOH-14).
 * @throws NotFound, Invalid agent-not-available or of the reminder
 */
export async function editActivity(ctx: Ctx, id: string, change: ActivityChange): Promise<void> {
  const before = await lockedActivity(ctx, id);
  const owner_id =
    change.ownerId && change.ownerId !== before.owner_id
      ? await ownerWanted(ctx, change.ownerId)
      : before.owner_id;
  const due =
    change.due === undefined ? { due_at: before.due_at, due_on: before.due_day } : dueColumns(change.due);
  const waiting = before.remind_at && { by: before.remind_by, minutesBefore: before.remind_minutes ?? 0 };
  const reminder =
    change.reminder === undefined || before.done_at
      ? movedReminder(waiting, due.due_at, ctx.now)
      : askedReminder(change.reminder, due.due_at, ctx.now, await canSendSms(ctx));
  const set = {
    kind: change.kind ?? before.kind,
    title: change.title ?? before.title,
    note: change.note ?? before.note,
    owner_id,
    ...due,
    ...reminder,
  };
  const alsoChanged: Changes = {};
  if (owner_id !== before.owner_id) alsoChanged.ownerId = [before.owner_id, owner_id];
  await record(ctx, before, 'activity.edited', set, alsoChanged);
}

/** Completes an activity, or opens it again; a reminder whose time has passed is gone then (ZOH-15). @throws NotFound */
export async function completeActivity(ctx: Ctx, id: string, isDone: boolean): Promise<void> {
  const before = await lockedActivity(ctx, id);
  if ((before.done_at !== null) === isDone) return;
  const waiting = before.remind_minutes !== null && {
    by: before.remind_by,
    minutesBefore: before.remind_minutes,
  };
  const reminder = isDone ? { remind_at: null } : movedReminder(waiting || null, before.due_at, ctx.now);
  const done = isDone ? { done_at: ctx.now, done_by: ctx.actor.id } : { done_at: null, done_by: null };
  await record(ctx, before, isDone ? 'activity.done' : 'activity.reopened', { ...done, ...reminder });
}

/** @throws NotFound */
export async function removeActivity(ctx: Ctx, id: string): Promise<void> {
  const before = await lockedActivity(ctx, id);
  await changeTicket(ctx, before.ticket_id, () => ({
    kind: 'activity.removed',
    facts: { activityId: id, activity: before.kind },
  }));
  await ctx.tx
    .deleteFrom('activities')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

type Locked = Awaited<ReturnType<typeof lockedActivity>>;

async function lockedActivity(ctx: Ctx, id: string) {
  const row = await ctx.tx
    .selectFrom('activities')
    .select(['id', 'ticket_id', 'kind', 'title', 'note', 'owner_id', 'due_at', 'done_at'])
    .select(['remind_by', 'remind_minutes', 'remind_at', sql<string | null>`due_on::text`.as('due_day')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

async function record(
  ctx: Ctx,
  before: Locked,
  kind: ActivityEvent,
  set: Record<string, unknown>,
  alsoChanged: Changes = {},
): Promise<void> {
  await changeTicket(ctx, before.ticket_id, () => {
    const facts = { activityId: before.id, activity: before.kind };
    return isSame(before, set) ? null : { kind, facts, alsoChanged };
  });
  await ctx.tx
    .updateTable('activities')
    .set(set)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', before.id)
    .execute();
}

function isSame(before: Locked, set: Record<string, unknown>): boolean {
  const now: Record<string, unknown> = { ...before, due_on: before.due_day };
  return Object.entries(set).every(
    ([column, value]) => JSON.stringify(now[column]) === JSON.stringify(value),
  );
}

/** Only a person gives an activity to somebody: no rule may (ZOH-12). */
async function ownerWanted(ctx: Ctx, agentId: string): Promise<string> {
  if (ctx.actor.type !== 'agent') throw forbidden();
  return (await activeAgent(ctx, agentId)).id;
}

function dueColumns(due: Due): { due_at: Date | null; due_on: string | null } {
  if (!due) return { due_at: null, due_on: null };
  return 'at' in due ? { due_at: new Date(due.at), due_on: null } : { due_at: null, due_on: due.on };
}
