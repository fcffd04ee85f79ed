// Time of a period, summed for those who lead and written as a table for those who invoice.
import './tables.ts';
import { type SqlBool, sql } from 'kysely';
import type { ReportGroup } from '../../../contract/routes/time-entries.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { amountOf, totalsOf } from './amounts.ts';
import { csvOf } from './csv.ts';

export interface Period {
  from: string;
  until: string;
  agentId?: string;
  organisationId?: string;
}

/** More entries than anybody invoices at once; the screen says so when a period holds more. */
const mostEntries = 50_000;

/** The entries of a period with the names they are read by, oldest first. Only of tickets within the caller's reach. */
function entriesOf(ctx: Ctx, { from, until, agentId, organisationId }: Period) {
  let select = ctx.tx
    .selectFrom('time_entries as e')
    .innerJoin('tickets as t', join =>
      join.onRef('t.workspace_id', '=', 'e.workspace_id').onRef('t.id', '=', 'e.ticket_id'),
    )
    .innerJoin('agents as a', join =>
      join.onRef('a.workspace_id', '=', 'e.workspace_id').onRef('a.id', '=', 'e.agent_id'),
    )
    .leftJoin('organisations as o', join =>
      join.onRef('o.workspace_id', '=', 't.workspace_id').onRef('o.id', '=', 't.organisation_id'),
    )
    .select([sql<string>`e.day::text`.as('day'), 'e.minutes', 'e.note', 'e.is_billable as isBillable'])
    .select(['e.hourly_rate', 'e.currency', 'a.id as agentId', 'a.name as agent'])
    .select(['t.id as ticketId', 't.number', 't.subject', 't.requester_name as requester'])
    .select(['o.id as organisationId', 'o.name as organisation'])
    .where('e.workspace_id', '=', ctx.workspaceId)
    .where(sql<SqlBool>`e.day between ${from}::date and ${until}::date`)
    .where(withinReach(ctx, 't'))
    .orderBy('e.day')
    .orderBy('e.id')
    .limit(mostEntries);
  if (agentId) select = select.where('e.agent_id', '=', agentId);
  if (organisationId) select = select.where('t.organisation_id', '=', organisationId);
  return select.execute();
}

type Row = Awaited<ReturnType<typeof entriesOf>>[number];

const rated = (row: Row) => ({
  ...row,
  rate: row.hourly_rate === null ? null : { hourly: row.hourly_rate, currency: row.currency! },
});

const groupOf: Record<ReportGroup, (row: Row) => { key: string; label: string }> = {
  agent: row => ({ key: row.agentId, label: row.agent }),
  organisation: row => ({ key: row.organisationId ?? 'none', label: row.organisation ?? '' }),
  ticket: row => ({ key: row.ticketId, label: row.subject }),
};

/** The sums of a period by agent, organisation or ticket, the most time first. */
export async function reportOf(ctx: Ctx, { by, ...period }: Period & { by: ReportGroup }) {
  const rows = (await entriesOf(ctx, period)).map(rated);
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const { key } = groupOf[by](row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups.values()].map(group => ({
    ...groupOf[by](group[0]!),
    ticketNumber: by === 'ticket' ? group[0]!.number : null,
    entries: group.length,
    ...totalsOf(group),
  }));
  const minutes = (line: (typeof lines)[number]) => line.billableMinutes + line.otherMinutes;
  return {
    lines: lines.sort((a, b) => minutes(b) - minutes(a)),
    isCut: rows.length === mostEntries,
  };
}

/** The entries of a period as CSV, in the reader's language. */
export async function exportOf(ctx: Ctx, period: Period): Promise<{ name: string; csv: string }> {
  const rows = await entriesOf(ctx, period);
  const lines = rows.map(row => ({ ...row, amount: amountOf(rated(row)) }));
  return { name: `guichet-time-${period.from}-${period.until}.csv`, csv: csvOf(ctx.language, lines) };
}
