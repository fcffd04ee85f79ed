// What came of an import, counted from its mails: read = waiting + tickets + threaded + skipped, always.
import './tables.ts';
import '../mailboxes/tables.ts';
import type { Reply } from '../../../../contract/route.ts';
import type { importRoutes } from '../../../../contract/routes/imports.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import type { SkipReason } from './tables.ts';

type Shown = Reply<typeof importRoutes.list>['imports'][number];
type Skipped = Reply<typeof importRoutes.skipped>;

const mostShown = 50;
const pageSize = 100;

/** The newest imports of the workspace with their reports; the one of this id alone where it is given. */
export async function importsOf(ctx: Ctx, id?: string): Promise<Shown[]> {
  let select = ctx.tx
    .selectFrom('mail_imports as i')
    .leftJoin('mailboxes as b', join =>
      join.onRef('b.workspace_id', '=', 'i.workspace_id').onRef('b.id', '=', 'i.mailbox_id'),
    )
    .selectAll('i')
    .select(['b.name as mailbox_name', 'b.address as mailbox_address'])
    .where('i.workspace_id', '=', ctx.workspaceId)
    .orderBy('i.id', 'desc')
    .limit(mostShown);
  if (id) select = select.where('i.id', '=', id);
  const rows = await select.execute();
  const counts = await countsOf(
    ctx,
    rows.map(row => row.id),
  );
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    size: row.size,
    mailbox: row.mailbox_name === null ? null : { name: row.mailbox_name, address: row.mailbox_address! },
    closes: row.closes,
    state: row.state,
    problem: row.problem as Shown['problem'],
    readShare: row.size === 0 ? 1 : Math.min(1, row.bytes_read / row.size),
    ...reportOf(counts.filter(count => count.import_id === row.id)),
    startedBy: row.started_by,
    startedAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }));
}

/** One import. @throws NotFound */
export async function importOf(ctx: Ctx, id: string): Promise<Shown> {
  const [found] = await importsOf(ctx, id);
  if (!found) throw notFound();
  return found;
}

interface Count {
  import_id: string;
  outcome: string;
  reason: SkipReason | null;
  count: number;
}

async function countsOf(ctx: Ctx, ids: string[]): Promise<Count[]> {
  if (ids.length === 0) return [];
  return ctx.tx
    .selectFrom('mail_import_mails')
    .select(['import_id', 'outcome', 'reason'])
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', 'in', ids)
    .groupBy(['import_id', 'outcome', 'reason'])
    .execute();
}

function reportOf(counts: Count[]): Pick<Shown, 'read' | 'waiting' | 'tickets' | 'threaded' | 'skipped'> {
  const sum = (outcome?: string) =>
    counts.filter(one => !outcome || one.outcome === outcome).reduce((all, one) => all + one.count, 0);
  return {
    read: sum(),
    waiting: sum('waiting'),
    tickets: sum('ticket'),
    threaded: sum('threaded'),
    skipped: counts
      .filter(one => one.outcome === 'skipped')
      .map(({ reason, count }) => ({ reason: reason!, count }))
      .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
  };
}

/** Mails that became no ticket, a page behind the place `after`. @throws NotFound */
export async function skippedOf(ctx: Ctx, importId: string, after = 0): Promise<Skipped> {
  await importOf(ctx, importId);
  const rows = await ctx.tx
    .selectFrom('mail_import_mails as m')
    .leftJoin('tickets as t', join =>
      join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'),
    )
    .select(['m.place', 'm.reason', 'm.sender', 'm.subject', 'm.at', 't.number as ticketNumber'])
    .where('m.workspace_id', '=', ctx.workspaceId)
    .where('m.import_id', '=', importId)
    .where('m.outcome', '=', 'skipped')
    .where('m.place', '>', after)
    .orderBy('m.place')
    .limit(pageSize + 1)
    .execute();
  const mails = rows.slice(0, pageSize).map(row => ({
    ...row,
    reason: row.reason!,
    at: row.at.toISOString(),
  }));
  return { mails, hasMore: rows.length > pageSize };
}
