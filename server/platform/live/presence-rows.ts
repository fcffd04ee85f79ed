// The table behind presence: what the sockets of all processes say they show. Unlogged: a crash may forget it.
import { sql } from 'kysely';
import type { PresenceState } from '../../../contract/live.ts';
import type { Ctx } from '../db/index.ts';

declare module '../db/database.ts' {
  interface Tables {
    presence: {
      workspace_id: string;
      socket_id: string;
      process_id: string;
      member_id: string;
      topic: string;
      state: PresenceState;
      at: Date;
    };
  }
}

export interface Here {
  memberId: string;
  topic: string;
  state: PresenceState;
}

/** A row counts this long after its process last said that it lives. */
export const expireSeconds = 30;
const fresh = sql<boolean>`at > now() - make_interval(secs => ${sql.lit(expireSeconds)})`;

/** Writes what these sockets show now; a socket that shows nothing, or is gone, comes with null. */
export async function saveHere(
  ctx: Ctx,
  processId: string,
  sockets: readonly (readonly [string, Here | null])[],
): Promise<void> {
  const gone = sockets.flatMap(([id, here]) => (here ? [] : [id]));
  const there = sockets.flatMap(([id, here]) => (here ? [{ id, ...here }] : []));
  if (gone.length > 0)
    await sql`delete from presence where workspace_id = ${ctx.workspaceId} and socket_id = any(${gone}::text[])`.execute(
      ctx.tx,
    );
  if (there.length === 0) return;
  await sql`
    insert into presence (workspace_id, socket_id, process_id, member_id, topic, state, at)
    select ${ctx.workspaceId}::uuid, x.id, ${processId}::uuid, x."memberId", x.topic, x.state, now()
    from jsonb_to_recordset(${JSON.stringify(there)}::jsonb) as x (id text, "memberId" uuid, topic uuid, state text)
    on conflict (workspace_id, socket_id) do update
      set topic = excluded.topic, state = excluded.state, at = excluded.at`.execute(ctx.tx);
}

/** Who shows what in this workspace, in any process that lives. */
export function readHere(ctx: Ctx): Promise<Here[]> {
  return ctx.tx
    .selectFrom('presence')
    .select(['member_id as memberId', 'topic', 'state'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(fresh)
    .execute();
}

/** Says that this process's sockets are still there, and forgets those of processes that said nothing for too long. */
export async function keepHere(ctx: Ctx, processId: string): Promise<void> {
  await ctx.tx
    .updateTable('presence')
    .set({ at: sql<Date>`now()` })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('process_id', '=', processId)
    .execute();
  await ctx.tx
    .deleteFrom('presence')
    .where('workspace_id', '=', ctx.workspaceId)
    .where(sql<boolean>`not ${fresh}`)
    .execute();
}

/** Forgets all sockets of this process: it stops. */
export async function dropHere(ctx: Ctx, processId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('presence')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('process_id', '=', processId)
    .execute();
}
