// The log as History lines: keys and facts; sentences are made where the reader's language is known.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Changes } from '../../../contract/events/index.ts';
import type { ActorClass, historyLine } from '../../../contract/routes/tickets.ts';
import type { Ctx } from '../../platform/db/index.ts';
import type { EventRow } from '../../platform/events/index.ts';

type Line = z.input<typeof historyLine>;

interface Wish {
  /** The last line read: earlier ones follow. */
  before?: string;
  by?: ActorClass[];
}

/** The recipient of the mail that an event is about, or null. */
const recipient = sql<
  string | null
>`(select d.recipient from deliveries d where d.workspace_id = events.workspace_id
  and d.id = case when events.kind like 'delivery.%' then (events.facts ->> 'deliveryId')::uuid end)`;

/** The names of the files that an event is about, as far as they are still there. */
const fileNames = sql<string | null>`(select string_agg(f.name, ', ' order by f.id) from files f
  where f.workspace_id = events.workspace_id and events.kind = 'file.added'
    and f.id in (select jsonb_array_elements_text(events.facts -> 'fileIds')::uuid))`;

/** Whose doing an event is. What reaches a customer by mail is told among what customers do (ZOH-02b). */
const actorClass = sql<ActorClass>`case events.actor_type when 'agent' then 'agents' when 'contact' then 'customers' else
  case when events.kind like 'delivery.%' and not exists (select from agents a
    where a.workspace_id = events.workspace_id and a.email = ${recipient}) then 'customers' else 'automatic' end end`;

/** What was done to a ticket, newest first (LUM-33, ZOH-02). */
export async function historyOf(ctx: Ctx, ticketId: string, limit: number, wish: Wish = {}): Promise<Line[]> {
  let select = ctx.tx
    .selectFrom('events')
    .leftJoin('agents', join =>
      join
        .onRef('agents.workspace_id', '=', 'events.workspace_id')
        .onRef('agents.id', '=', 'events.actor_id')
        .on('events.actor_type', '=', 'agent'),
    )
    .leftJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'events.workspace_id')
        .onRef('contacts.id', '=', 'events.actor_id')
        .on('events.actor_type', '=', 'contact'),
    )
    .select([
      'events.id',
      'events.kind',
      'events.actor_type',
      'events.actor_id',
      'events.actor_via',
      'events.at',
      'events.changes',
      'events.facts',
      'agents.name as agent_name',
      'contacts.name as contact_name',
      'contacts.visitor_id',
    ])
    .select(sql<string | null>`coalesce(${recipient}, ${fileNames})`.as('about'))
    .where('events.workspace_id', '=', ctx.workspaceId)
    .where('events.ticket_id', '=', ticketId)
    .orderBy('events.id', 'desc')
    .limit(limit);
  if (wish.before) select = select.where('events.id', '<', wish.before);
  if (wish.by) select = select.where(actorClass, 'in', wish.by);
  const rows = await select.execute();
  return rows.map(lineOf);
}

/** An event as it is read from the log, with the names of who may have done it. */
export interface LoggedRow
  extends Pick<EventRow, 'id' | 'kind' | 'actor_type' | 'actor_id' | 'actor_via' | 'at'> {
  changes: Changes;
  facts: Record<string, unknown>;
  agent_name: string | null;
  contact_name: string | null;
  visitor_id: string | null;
  about: string | null;
}

/** An event in the shape of the contract. */
export function lineOf(row: LoggedRow): Line {
  return {
    id: row.id,
    kind: row.kind,
    actor: {
      type: row.actor_type,
      id: row.actor_id,
      name: row.agent_name ?? (row.contact_name || row.visitor_id) ?? row.actor_via,
    },
    at: row.at.toISOString(),
    about: row.about,
    changes: row.changes,
    facts: row.facts,
  };
}

/** One page of it, and whether there is more. */
export async function historyPage(ctx: Ctx, ticketId: string, limit: number, wish: Wish) {
  const lines = await historyOf(ctx, ticketId, limit + 1, wish);
  return { lines: lines.slice(0, limit), hasEarlier: lines.length > limit };
}
