// Each mailbox is fetched by one process at a time. The lease says by which and until when; the fence tells a process
// that slept through the end of its lease from the one that took over (F10).
import '../mailboxes/tables.ts';
import { sql } from 'kysely';
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';
import type { Problem } from '../mailboxes/tables.ts';

export const leaseSeconds = 30;

export interface Lease {
  workspaceId: string;
  mailboxId: string;
  holder: string;
  fence: number;
}

/** Thrown when somebody else holds the mailbox by now, or its settings have changed. */
export class LeaseLost extends Error {}

const leaseEnd = sql<Date>`clock_timestamp() + make_interval(secs => ${sql.lit(leaseSeconds)})`;

function run<T>(platform: Platform, workspaceId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return platform.database.run({ workspaceId, actor: systemActor('mail') }, work);
}

/** Takes the mailboxes of a workspace that are to be fetched and that nobody holds. */
export function takeLeases(platform: Platform, workspaceId: string, holder: string): Promise<Lease[]> {
  return run(platform, workspaceId, async ctx => {
    const free = await ctx.tx
      .selectFrom('mailboxes')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('is_enabled', '=', true)
      .where('imap', 'is not', null)
      .where(eb =>
        eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', sql<Date>`clock_timestamp()`)]),
      )
      .forUpdate()
      .skipLocked()
      .execute();
    if (free.length === 0) return [];
    const taken = await ctx.tx
      .updateTable('mailboxes')
      .set(eb => ({ lease_holder: holder, lease_until: leaseEnd, lease_fence: eb('lease_fence', '+', 1) }))
      .where('workspace_id', '=', workspaceId)
      .where(
        'id',
        'in',
        free.map(row => row.id),
      )
      .returning(['id', 'lease_fence'])
      .execute();
    return taken.map(row => ({ workspaceId, mailboxId: row.id, holder, fence: row.lease_fence }));
  });
}

export interface FetchState {
  uid_validity?: number;
  last_uid?: number;
  last_fetched_at?: Date;
  problem?: Problem | null;
}

/** Writes where fetching stands and keeps the lease. @throws LeaseLost when this lease is not the present one */
export function writeFetchState(platform: Platform, lease: Lease, state: FetchState = {}): Promise<void> {
  const { problem, ...columns } = state;
  return run(platform, lease.workspaceId, async ctx => {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('mailboxes')
      .set({
        ...columns,
        ...(problem !== undefined && { problem: problem && JSON.stringify(problem) }),
        lease_until: leaseEnd,
      })
      .where('workspace_id', '=', lease.workspaceId)
      .where('id', '=', lease.mailboxId)
      .where('lease_holder', '=', lease.holder)
      .where('lease_fence', '=', lease.fence)
      .where('is_enabled', '=', true)
      .executeTakeFirst();
    if (!numUpdatedRows) throw new LeaseLost();
  });
}

/** What is needed to fetch: the settings and where fetching stands. @throws LeaseLost */
export function readFetchState(platform: Platform, lease: Lease) {
  return run(platform, lease.workspaceId, async ctx => {
    const row = await ctx.tx
      .selectFrom('mailboxes')
      .select(['imap', 'imap_password', 'address', 'uid_validity', 'last_uid'])
      .where('workspace_id', '=', lease.workspaceId)
      .where('id', '=', lease.mailboxId)
      .where('lease_holder', '=', lease.holder)
      .where('lease_fence', '=', lease.fence)
      .executeTakeFirst();
    if (!row?.imap) throw new LeaseLost();
    return { ...row, imap: row.imap };
  });
}

/** Gives a mailbox back, so that another process need not wait for the lease to end. */
export function giveBack(platform: Platform, lease: Lease): Promise<void> {
  return run(platform, lease.workspaceId, async ctx => {
    await ctx.tx
      .updateTable('mailboxes')
      .set({ lease_holder: null, lease_until: null })
      .where('workspace_id', '=', lease.workspaceId)
      .where('id', '=', lease.mailboxId)
      .where('lease_holder', '=', lease.holder)
      .where('lease_fence', '=', lease.fence)
      .execute();
  });
}
