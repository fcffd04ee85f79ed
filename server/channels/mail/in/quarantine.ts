// What is set aside instead of becoming a ticket; nothing is ever dropped, and an administrator can release it.
import { sql } from 'kysely';
import type { Reply } from '../../../../contract/route.ts';
import type { quarantineRoutes } from '../../../../contract/routes/arrivals.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { conflict, notFound } from '../../../platform/errors/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import type { ReadMail } from '../reading/index.ts';
import { processJob } from './process-job.ts';
import { mailboxShown, type Source, selectSources, sourceShown } from './why.ts';

type Listed = Reply<typeof quarantineRoutes.list>;

const pageSize = 50;
const mostCounted = 999;
const isAside = sql<boolean>`raw_mails.state in ('own', 'quarantined', 'stub')`;

/**
 * Whether a filter in front of the desk has marked a mail as spam, as SpamAssassin and rspamd do. Who forges that sign
 * only harms their own mail.
 */
export function isMarkedSpam({ headers }: ReadMail): boolean {
  return headers.spamMarks.some(mark => /^\s*(?:yes|true)\b/i.test(mark));
}

/** What was set aside, newest first, a page after the mail `before`; mails that could not be read stand in it as well. */
export async function listQuarantine(ctx: Ctx, before?: string): Promise<Listed> {
  let select = selectSources(ctx)
    .leftJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'raw_mails.workspace_id')
        .onRef('tickets.id', '=', 'raw_mails.ticket_id'),
    )
    .select('tickets.number')
    .where(isAside)
    .orderBy('raw_mails.received_at', 'desc')
    .orderBy('raw_mails.id', 'desc')
    .limit(pageSize + 1);
  if (before) {
    select = select.where(
      sql<boolean>`(raw_mails.received_at, raw_mails.id) < (select r.received_at, r.id from raw_mails r
        where r.workspace_id = ${ctx.workspaceId} and r.id = ${before})`,
    );
  }
  const rows = await select.execute();
  const mails = rows.slice(0, pageSize).map(row => ({
    id: row.id,
    reason: reasonOf(row),
    ticketNumber: row.number,
    from: row.arrival?.from ?? { name: '', address: row.envelope_from },
    subject: row.arrival?.subject ?? '',
    mailbox: mailboxShown(row),
    receivedAt: row.received_at.toISOString(),
    size: row.size,
    proof: row.arrival?.proof ?? null,
  }));
  return { mails, hasMore: rows.length > pageSize, count: await countAside(ctx) };
}

/** How many mails could be released: those that are no ticket. */
async function countAside(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from raw_mails where workspace_id = ${ctx.workspaceId} and ${isAside} and state <> 'stub'
    limit ${sql.lit(mostCounted)}) x`.execute(ctx.tx);
  return rows[0]!.count;
}

/** One mail that was set aside. @throws NotFound */
export async function mailAside(ctx: Ctx, id: string): Promise<Source> {
  const row = await selectSources(ctx).where('raw_mails.id', '=', id).where(isAside).executeTakeFirst();
  if (!row) throw notFound();
  return sourceShown(row);
}

/** One mail that was set aside, as it came. @throws NotFound */
export async function rawAside(ctx: Ctx, id: string): Promise<Buffer> {
  const row = await ctx.tx
    .selectFrom('raw_mails')
    .select('raw')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where(isAside)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.raw;
}

/**
 * Has a mail filed after all, as if nothing had spoken against it. @throws NotFound, Conflict release-not-possible for
 * what stands in a ticket already
 */
export async function release(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('raw_mails')
    .select('state')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where(isAside)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.state === 'stub') throw conflict('release-not-possible');
  await ctx.tx
    .updateTable('raw_mails')
    .set({
      state: 'received',
      reason: null,
      attempts: 0,
      released_by: ctx.actor.id!,
      released_at: ctx.now,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await enqueue(ctx.tx, [processJob(ctx.workspaceId, id)]);
}

function reasonOf({
  state,
  reason,
}: {
  state: string;
  reason: string | null;
}): Listed['mails'][number]['reason'] {
  if (state === 'own' || state === 'stub') return state;
  return reason === 'loop' || reason === 'robot' ? reason : 'spam';
}
