// What happens to tickets, as one stream (QCX-10, D-26): the log itself, newest first.
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Status } from '../../../contract/fields.ts';
import type { Input } from '../../../contract/route.ts';
import type { boardRoutes, feedItem, feedKinds } from '../../../contract/routes/board.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { type LoggedRow, lineOf } from './history.ts';
import { withinReach } from './reach.ts';

type Query = Input<typeof boardRoutes.feed>['query'];
type Item = z.input<typeof feedItem>;

/** Events that one request looks through at most, however rare what it looks for is. */
const mostLookedThrough = 2_000;
const previewLength = 280;

const kindIs: Record<(typeof feedKinds)[number], string> = {
  messages: `(e.kind like 'message.%' or e.kind = 'ticket.opened')`,
  deliveries: `e.kind like 'delivery.%'`,
  changes: `not (e.kind like 'message.%' or e.kind = 'ticket.opened' or e.kind like 'delivery.%')`,
};

interface Row extends LoggedRow {
  ticket_id: string;
  number: number;
  subject: string;
  status: Status;
  requester_name: string;
  requester_email: string | null;
  message_kind: 'public' | 'note' | null;
  preview: string | null;
}

/**
 * A page of the stream, and the event before which the next one goes on; null at its end. A page may hold little or
 * nothing and still have a next one: one request looks through `mostLookedThrough` events.
 */
export async function feedOf(ctx: Ctx, query: Query): Promise<{ items: Item[]; next: string | null }> {
  const before = query.before ? sql`and e.id < ${query.before}::uuid` : sql``;
  const { rows: edge } = query.only
    ? { rows: [] }
    : await sql<{ id: string }>`select e.id from events e where e.workspace_id = ${ctx.workspaceId} ${before}
        order by e.workspace_id desc, e.id desc limit 1 offset ${sql.lit(mostLookedThrough - 1)}`.execute(
        ctx.tx,
      );
  const span = query.only
    ? sql`and e.id in (${sql.join(query.only)})`
    : edge[0]
      ? sql`${before} and e.id >= ${edge[0].id}::uuid`
      : before;
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.actor_type, e.actor_id, e.actor_via, e.at, e.changes, e.facts,
      (select d.recipient from deliveries d where d.workspace_id = e.workspace_id and d.id =
        case when e.kind like 'delivery.%' then (e.facts ->> 'deliveryId')::uuid end) as about,
      a.name as agent_name, c.name as contact_name, c.visitor_id,
      t.id as ticket_id, t.number, t.subject, t.status, t.requester_name, t.requester_email,
      m.kind as message_kind, left(m.text, ${sql.lit(previewLength)}) as preview
    from events e
    join tickets t on t.workspace_id = e.workspace_id and t.id = e.ticket_id
    left join messages m on m.workspace_id = e.workspace_id and m.id = (e.facts ->> 'messageId')::uuid
      and m.ticket_id = e.ticket_id
    left join agents a on a.workspace_id = e.workspace_id and a.id = e.actor_id and e.actor_type = 'agent'
    left join contacts c on c.workspace_id = e.workspace_id and c.id = e.actor_id and e.actor_type = 'contact'
    where e.workspace_id = ${ctx.workspaceId} ${span} and ${wanted(ctx, query)}
    order by e.workspace_id desc, e.id desc limit ${sql.lit(query.limit + 1)}`.execute(ctx.tx);
  const page = rows.slice(0, query.limit);
  const next = rows.length > query.limit ? page.at(-1)!.id : (edge[0]?.id ?? null);
  return { items: page.map(toItem), next };
}

function wanted(ctx: Ctx, query: Query) {
  const all = [withinReach(ctx, 't')];
  if (query.team) all.push(sql<SqlBool>`t.team_id in (${sql.join(query.team)})`);
  if (query.folder) all.push(sql<SqlBool>`t.folder_id in (${sql.join(query.folder)})`);
  if (query.agent)
    all.push(sql<SqlBool>`(e.actor_type = 'agent' and e.actor_id in (${sql.join(query.agent)}))`);
  if (query.kinds?.length)
    all.push(sql<SqlBool>`(${sql.raw(query.kinds.map(kind => kindIs[kind]).join(' or '))})`);
  return sql.join(all, sql` and `);
}

function toItem(row: Row): Item {
  return {
    ...lineOf(row),
    ticket: {
      id: row.ticket_id,
      number: row.number,
      subject: row.subject,
      status: row.status,
      requester: { name: row.requester_name, email: row.requester_email },
    },
    message: row.message_kind ? { kind: row.message_kind, preview: row.preview ?? '' } : null,
  };
}
