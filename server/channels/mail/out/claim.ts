// Taking a delivery to send it now: one short transaction, no network.
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { claimDelivery, type DeliveryRow, sendJob } from '../../../platform/outbox/index.ts';
import { NoLetter } from './letter.ts';
import { deliveryById, gather, type Material } from './material.ts';
import { type Sender, type Server, senderOf } from './sender.ts';

export type Claim =
  | { kind: 'nothing-to-do' }
  /** Its turn comes later; it has a new job. */
  | { kind: 'put-back' }
  | { kind: 'no-letter'; delivery: DeliveryRow; reason: string }
  /** `isRepeat`: an earlier try ended before its outcome was noted, so the mail may have gone out. */
  | { kind: 'taken'; material: Material; isRepeat: boolean };

/** What holds up a server's mails one after another. */
export const serverKey = (server: Server) => (server.kind === 'relay' ? 'relay' : server.mailboxId);
export const mailScope = (workspaceId: string) => ({ workspaceId, actor: systemActor('mail') });

const pauseMs = 2_000;
/** Longer than the longest pause between two tries: whatever waits longer has lost its job and holds nobody up. */
const patienceMs = 7 * 3600_000;

/** Takes a delivery, reads what its mail is made of and counts the try; or puts it back. */
export function claim(
  platform: Platform,
  isBusy: (key: string) => boolean,
  { workspaceId, deliveryId }: { workspaceId: string; deliveryId: string },
): Promise<Claim> {
  return platform.database.run(mailScope(workspaceId), async ctx => {
    const before = await deliveryById(ctx, deliveryId);
    if (!before || !isWaiting(before)) return { kind: 'nothing-to-do' };
    const sender = await senderOf(ctx, platform.config, before);
    const laterAt = await turnOf(ctx, before, sender, isBusy);
    if (laterAt) {
      await enqueue(ctx.tx, [{ ...sendJob(workspaceId, deliveryId), runAt: laterAt }]);
      return { kind: 'put-back' };
    }
    const delivery = await claimDelivery(ctx, deliveryId);
    if (!delivery) return { kind: 'nothing-to-do' };
    try {
      const material = await gather(ctx, platform, delivery);
      return { kind: 'taken', material, isRepeat: before.state === 'sending' };
    } catch (error) {
      if (error instanceof NoLetter) return { kind: 'no-letter', delivery, reason: error.message };
      throw error;
    }
  });
}

const isWaiting = ({ state }: DeliveryRow) => ['queued', 'sending', 'deferred'].includes(state);

/** When to come back, or null when it is this mail's turn: mails of a ticket reach a person in order (F4). */
async function turnOf(
  ctx: Ctx,
  delivery: DeliveryRow,
  { server }: Sender,
  isBusy: (key: string) => boolean,
): Promise<Date | null> {
  const soon = ctx.now.getTime() + pauseMs;
  const earlier = delivery.ticket_id ? await earlierOf(ctx, delivery) : null;
  if (earlier) return new Date(Math.max(soon, (earlier.next_try_at?.getTime() ?? 0) + pauseMs));
  return server && isBusy(serverKey(server)) ? new Date(soon) : null;
}

async function earlierOf(ctx: Ctx, { id, ticket_id, recipient }: DeliveryRow) {
  return ctx.tx
    .selectFrom('deliveries')
    .select('next_try_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticket_id)
    .where('recipient', '=', recipient)
    .where('id', '<', id)
    .where('state', 'in', ['queued', 'sending', 'deferred'])
    .where('updated_at', '>', new Date(ctx.now.getTime() - patienceMs))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
