// The board of what a text finds: its newest tickets are looked at once for all columns.
import { sql } from 'kysely';
import type { z } from 'zod';
import { boardColumns, columnOf } from '../../../contract/board.ts';
import type { boardRoutes } from '../../../contract/routes/board.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { loadFrom, type Share } from './board-load.ts';
import { cursorOf } from './list.ts';
import { conditionsOf, type Found, type Place, type Wanted } from './list-filters.ts';
import { waitingSince } from './queue-rank.ts';
import { withinReach } from './reach.ts';
import { organisationName, readAt, type Selected, tagIds, toRow } from './row.ts';
import type { Ticket } from './tables.ts';

/** So many that hold the words are looked at. */
const most = 1_000;

type Column = z.input<NonNullable<typeof boardRoutes.board.reply>>['columns'][number];
type Card = Pick<Ticket, 'id' | 'status' | 'escalation_level' | 'assignee_id' | 'waiting_since'>;

/** What each column holds of a text, newest message first; `isMore` where not all that hold the words were looked at. */
export async function columnsFound(ctx: Ctx, wanted: Wanted, found: Found, limit: number): Promise<Column[]> {
  const places = await found.next(null, most);
  const isMore = places.length === most;
  const cards = await fitting(ctx, wanted, found, places);
  const columns = boardColumns.map(name => {
    const all = cards.filter(
      card => columnOf({ status: card.status, escalationLevel: card.escalation_level }) === name,
    );
    return { name, all, shown: all.slice(0, limit) };
  });
  const shownIds = columns.flatMap(({ shown }) => shown.map(card => card.id));
  const rows = new Map((await rowsOf(ctx, shownIds)).map(row => [row.id, row]));
  return columns.map(({ name, all, shown }) => {
    const last = all.length > shown.length ? shown.at(-1) : isMore ? places.at(-1) : undefined;
    const place = places.find(({ id }) => id === last?.id);
    return {
      name,
      ...loadFrom(sharesOf(all), isMore),
      tickets: shown.flatMap(card => rows.get(card.id) ?? []).map(toRow),
      next: place ? cursorOf(place) : null,
    };
  });
}

function sharesOf(cards: readonly Card[]): Share[] {
  const shares = new Map<string | null, Share>();
  for (const card of cards) {
    const agentId = card.assignee_id;
    const share = shares.get(agentId) ?? { agentId, count: 0, oldest: null };
    const since = waitingSince(card);
    shares.set(agentId, {
      agentId,
      count: share.count + 1,
      oldest: since && share.oldest && share.oldest < since ? share.oldest : (since ?? share.oldest),
    });
  }
  return [...shares.values()].sort((a, b) => b.count - a.count);
}

async function fitting(ctx: Ctx, wanted: Wanted, found: Found, places: readonly Place[]): Promise<Card[]> {
  if (places.length === 0) return [];
  const all = [withinReach(ctx), ...conditionsOf(ctx, wanted), ...found.conditions];
  const { rows } = await sql<Card>`
    select tickets.id, tickets.status, tickets.escalation_level, tickets.assignee_id, tickets.waiting_since
    from unnest(${places.map(place => place.id)}::uuid[]) with ordinality found (id, place)
    join tickets on tickets.workspace_id = ${ctx.workspaceId} and tickets.id = found.id
    where ${sql.join(all, sql` and `)} order by found.place`.execute(ctx.tx);
  return rows;
}

async function rowsOf(ctx: Ctx, ids: readonly string[]): Promise<Selected[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Selected>`
    select tickets.*, ${tagIds()}, ${readAt(ctx)}, ${organisationName()} from tickets
    where tickets.workspace_id = ${ctx.workspaceId} and tickets.id = any(${ids}::uuid[])`.execute(ctx.tx);
  return rows;
}
