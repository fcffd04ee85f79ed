// A raw mail on its way to a ticket, and what came of it.
import './tables.ts';
import '../mailboxes/tables.ts';
import { sql } from 'kysely';
import { workspaceOf } from '../../../desk/workspaces/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { systemActor } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import type { Arrival } from './arrival.ts';
import type { Destination } from './incoming.ts';
import { processJob } from './process-job.ts';

const columns = [
  'id',
  'mailbox_id',
  'source',
  'envelope_from',
  'envelope_to',
  'received_at',
  'attempts',
  'message_id',
  'content_hash',
  'remote_ip',
  'helo',
  'released_at',
] as const;

/**
 * A mail that no ticket has come of yet, with its bytes and how its mailbox's server names itself where it tells about
 * senders; null when it is done or unknown.
 */
export async function waitingMail(ctx: Ctx, id: string) {
  const row = await ctx.tx
    .selectFrom('raw_mails')
    .select([...columns, 'raw'])
    .select(eb =>
      eb
        .selectFrom('mailboxes')
        .select('results_by')
        .whereRef('mailboxes.workspace_id', '=', 'raw_mails.workspace_id')
        .whereRef('mailboxes.id', '=', 'raw_mails.mailbox_id')
        .as('results_by'),
    )
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst();
  return row ?? null;
}
export type WaitingMail = NonNullable<Awaited<ReturnType<typeof waitingMail>>>;

/** Locks a mail until the transaction ends. Gives false when somebody else has filed it: one mail, one outcome (P2). */
export async function lockWaiting(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('raw_mails')
    .select('state')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.state === 'received';
}

/** Notes what came of a mail, in the transaction that made it. */
export async function settleMail(
  ctx: Ctx,
  id: string,
  outcome: {
    state: 'filed' | 'stub' | 'own' | 'quarantined';
    reason?: string;
    /** Without a message where the mail is a report about one of ours. */
    received?: { ticketId: string; messageId: string | null };
    arrival: Arrival;
  },
): Promise<void> {
  await ctx.tx
    .updateTable('raw_mails')
    .set({
      state: outcome.state,
      reason: outcome.reason ?? null,
      ticket_id: outcome.received?.ticketId ?? null,
      filed_message_id: outcome.received?.messageId ?? null,
      arrival: JSON.stringify(outcome.arrival),
      processed_at: ctx.now,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Adds to the tries that a mail has used up, with what went wrong in the last one. */
export async function countTries(ctx: Ctx, id: string, more: number, reason: string): Promise<void> {
  await ctx.tx
    .updateTable('raw_mails')
    .set(eb => ({ attempts: eb('attempts', '+', more), reason: reason.slice(0, 500) }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'received')
    .execute();
}

/** Where mail of a mailbox goes; a mailbox that was removed since leaves the workspace's own language and inbox. */
export async function destinationOf(ctx: Ctx, mailboxId: string): Promise<Destination> {
  const row = await ctx.tx
    .selectFrom('mailboxes')
    .select(['folder_id as folderId', 'team_id as teamId', 'language', 'acknowledges'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', mailboxId)
    .executeTakeFirst();
  if (row) return { mailboxId, ...row };
  const { language } = await workspaceOf(ctx);
  return { mailboxId: null, folderId: null, teamId: null, language, acknowledges: false };
}

/**
 * Gives mails that have waited for over two minutes their job again; for the clock. A job that is still in the queue is
 * replaced, so nothing runs twice. Gives how many there were.
 */
export async function requeueStuck(platform: Platform, workspaceId: string): Promise<number> {
  return platform.database.run({ workspaceId, actor: systemActor('clock') }, async ctx => {
    const stuck = await ctx.tx
      .selectFrom('raw_mails')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('state', '=', 'received')
      // Those of an archive wait for their turn in its import.
      .where(eb => eb.or([eb('source', '<>', 'import'), eb('released_at', 'is not', null)]))
      .where('received_at', '<', sql<Date>`now() - interval '2 minutes'`)
      .orderBy('received_at')
      .limit(500)
      .execute();
    await enqueue(
      ctx.tx,
      stuck.map(row => processJob(workspaceId, row.id, true)),
    );
    return stuck.length;
  });
}
