// What a ticket is, and the one gate through which its row is written: lock, plan, event, row, jobs - or nothing.
import type { Changes, EventKind, Facts } from '../../../contract/events/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import type { NewJob } from '../../platform/jobs/index.ts';
import { queueRank } from './queue-rank.ts';
import { withinReach } from './reach.ts';
import type { Ticket } from './tables.ts';
import { tellsMore, toldForUndo } from './undoable.ts';

/** The columns that a command may change; the snapshot is not among them (QCX-13). */
export type Changeable = Pick<
  Ticket,
  | 'subject'
  | 'status'
  | 'priority'
  | 'folder_id'
  | 'team_id'
  | 'assignee_id'
  | 'preview'
  | 'message_count'
  | 'has_files'
  | 'waiting_since'
  | 'last_message_at'
  | 'first_replied_at'
  | 'resolved_at'
  | 'type_id'
  | 'segment_id'
  | 'original_segment_id'
  | 'escalation_level'
  | 'escalation_origin'
  | 'escalated_to'
  | 'postponed_until'
  | 'status_before_hold'
  | 'merged_into'
>;

export interface Plan<K extends EventKind = EventKind> {
  kind: K;
  facts: Facts<K>;
  set?: Partial<Changeable>;
  /** Changes that are not columns of the ticket, such as tags. */
  alsoChanged?: Changes;
  jobs?: NewJob[];
}

/** Fields that History tells, by the name they have in an event. */
export const told = {
  status: 'status',
  priority: 'priority',
  folder_id: 'folderId',
  team_id: 'teamId',
  assignee_id: 'assigneeId',
  subject: 'subject',
  type_id: 'typeId',
  segment_id: 'segmentId',
  original_segment_id: 'originalSegmentId',
  escalation_level: 'escalationLevel',
  escalated_to: 'escalatedTo',
  postponed_until: 'postponedUntil',
} as const;

/**
 * Changes one ticket: locks its row, asks `plan` what is to become of it, records the one event and writes the row.
 * A plan of null changes nothing. Gives the ticket as it is now, and the event's id.
 * @throws NotFound
 */
export async function changeTicket<K extends EventKind>(
  ctx: Ctx,
  ticketId: string,
  plan: (ticket: Ticket) => Plan<K> | null | Promise<Plan<K> | null>,
): Promise<{ ticket: Ticket; eventId: string | null }> {
  const ticket = await lockTicket(ctx, ticketId);
  const planned = await plan(ticket);
  if (!planned) return { ticket, eventId: null };
  const wanted = leavingHold(ticket, planned.set ?? {});
  const changes = { ...differences(ticket, wanted, planned.kind), ...planned.alsoChanged };
  const eventId = await recordEvent(
    ctx,
    { ticketId, kind: planned.kind, facts: planned.facts, changes },
    planned.jobs,
  );
  const next = { ...ticket, ...wanted };
  const set = { ...wanted, queue_rank: queueRank(next), last_event_id: eventId };
  await ctx.tx
    .updateTable('tickets')
    .set(set)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .execute();
  return { ticket: { ...ticket, ...set }, eventId };
}

/** Whatever ends the postponing, its date goes with it (D-01). */
function leavingHold(ticket: Ticket, set: Partial<Changeable>): Partial<Changeable> {
  if (ticket.status !== 'on_hold' || !set.status || set.status === 'on_hold') return set;
  return { ...set, postponed_until: null, status_before_hold: null };
}

async function lockTicket(ctx: Ctx, id: string): Promise<Ticket> {
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where(withinReach(ctx))
    .forUpdate()
    .executeTakeFirst();
  if (!ticket) throw notFound();
  return ticket;
}

function differences(before: Ticket, set: Partial<Changeable>, kind: EventKind): Changes {
  const changes: Changes = {};
  const names = tellsMore(kind) ? { ...told, ...toldForUndo } : told;
  for (const [column, field] of Object.entries(names) as [keyof typeof told, string][]) {
    const after = set[column];
    if (after !== undefined && !isSame(after, before[column])) changes[field] = [before[column], after];
  }
  return changes;
}

const isSame = (one: unknown, other: unknown) =>
  one === other || (one instanceof Date && other instanceof Date && one.getTime() === other.getTime());

/** The id behind an id or a number. @throws NotFound for what is not there and what the actor may not see, alike */
export async function ticketIdOf(ctx: Ctx, ref: string): Promise<string> {
  // Who sees everything finds out by what follows whether there is such a ticket.
  return ctx.onlyFolders || /^\d+$/.test(ref) ? knownTicketId(ctx, ref) : ref;
}

/** The same, and sure that the ticket is there. @throws NotFound */
export async function knownTicketId(ctx: Ctx, ref: string): Promise<string> {
  const isNumber = /^\d+$/.test(ref);
  const row = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where(isNumber ? 'number' : 'id', '=', isNumber ? Number(ref) : ref)
    .where(withinReach(ctx))
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.id;
}
