// A retry of the same request gets the first one's answer instead of a second effect (P2, F22).
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { ColumnType } from 'kysely';
import type { Ctx } from '../db/index.ts';
import { invalid } from '../errors/index.ts';

declare module '../db/database.ts' {
  interface Tables {
    idempotency_keys: {
      workspace_id: string;
      actor_id: string;
      key: string;
      request_hash: Buffer;
      reply: ColumnType<unknown, string | null, string | null>;
      created_at: ColumnType<Date, Date | undefined, never>;
    };
  }
}

/**
 * Runs work once per Idempotency-Key of this caller, within the transaction at hand: the key, the effect and the answer
 * are committed together. A second request with the key waits for the first and gets its answer.
 * @throws Invalid key-reused when the key comes with another request
 */
export async function once(
  ctx: Ctx,
  request: FastifyRequest,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  if (request.method === 'GET' || typeof key !== 'string' || !ctx.actor.id) return work();
  const hash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  const mine = { workspace_id: ctx.workspaceId, actor_id: ctx.actor.id, key: key.slice(0, 200) };
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('idempotency_keys')
    .values({ ...mine, request_hash: hash, reply: null })
    .onConflict(conflict => conflict.columns(['workspace_id', 'actor_id', 'key']).doNothing())
    .executeTakeFirst();
  const rowOf = ctx.tx
    .selectFrom('idempotency_keys')
    .where('workspace_id', '=', mine.workspace_id)
    .where('actor_id', '=', mine.actor_id)
    .where('key', '=', mine.key);
  if (!numInsertedOrUpdatedRows) {
    const earlier = await rowOf.select(['request_hash', 'reply']).executeTakeFirstOrThrow();
    if (!earlier.request_hash.equals(hash)) throw invalid('key-reused');
    return earlier.reply;
  }
  const reply = await work();
  await ctx.tx
    .updateTable('idempotency_keys')
    .set({ reply: JSON.stringify(reply ?? null) })
    .where('workspace_id', '=', mine.workspace_id)
    .where('actor_id', '=', mine.actor_id)
    .where('key', '=', mine.key)
    .execute();
  return reply;
}

/** Forgets the answers that were given more than a day ago in this workspace. */
export async function forgetAnswers(ctx: Ctx): Promise<void> {
  const aDayAgo = new Date(ctx.now.getTime() - 24 * 3600 * 1000);
  await ctx.tx
    .deleteFrom('idempotency_keys')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('created_at', '<', aDayAgo)
    .execute();
}
