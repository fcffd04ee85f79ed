// The job that sends one mail of the outbox.
//
// It may run twice: a delivery that is accepted, kept or failed is never taken again. One window stays open (P2): the
// server has said 250 and this process dies, or the database stays away, before that is noted. Then the mail goes out
// once more, under the same Message-ID, so that receivers who compare them show it once. Such repeats are counted as
// guichet_deliveries_total{state="repeated"}.
import { setTimeout as pause } from 'node:timers/promises';
import { tellDelivery } from '../../../desk/messages/index.ts';
import { isDatabaseAway } from '../../../platform/errors/index.ts';
import type { Platform } from '../../../platform/index.ts';
import type { Task } from '../../../platform/jobs/index.ts';
import { deliveriesTried } from '../../../platform/metrics/index.ts';
import { type DeliveryRow, settleDelivery } from '../../../platform/outbox/index.ts';
import { noteSending } from '../mailboxes/sending-health.ts';
import { claim, mailScope, serverKey } from './claim.ts';
import { compose } from './compose.ts';
import { countHands } from './hands.ts';
import type { Letter } from './letter.ts';
import type { Material } from './material.ts';
import { withMime } from './mime.ts';
import { nextTryAt, type Outcome, outcomeOf } from './outcome.ts';
import { openTransports } from './transports.ts';

export interface MailSender {
  /** The task `mail.send` {workspaceId, deliveryId}. Throws while the mail waits, so that the queue tries it again. */
  send: Task;
  /** Lets go of the connections. */
  stop(): void;
}

/** Opens the outgoing side of mail. `longestMs` bounds the time for one mail, whatever its size. */
export function openMailSender(platform: Platform, options: { longestMs?: number } = {}): MailSender {
  const { longestMs } = options;
  const transports = openTransports(platform.secrets, longestMs === undefined ? undefined : () => longestMs);
  const hands = countHands();

  async function transmit(material: Material, letter: Letter): Promise<Settled> {
    const { server } = material.sender;
    if (!server) return { state: 'kept', detail: '' };
    const bytes = letter.files.reduce((sum, file) => sum + file.size, letter.html.length);
    const sentAt = platform.database.now();
    return withMime(platform.storage, letter, sentAt, async mail => {
      const response = await hands.lend(serverKey(server), () => transports.send(server, mail, bytes));
      return { state: 'accepted' as const, detail: response };
    });
  }

  return {
    async send(payload, attempt) {
      const job = payload as { workspaceId: string; deliveryId: string };
      const claimed = await claim(platform, hands.isBusy, job);
      if (claimed.kind === 'nothing-to-do' || claimed.kind === 'put-back') return;
      if (claimed.kind === 'no-letter')
        return settle(platform, claimed.delivery, nothingToSend(claimed.reason));
      const { material, isRepeat } = claimed;
      if (isRepeat) deliveriesTried.inc({ state: 'repeated' });
      const { delivery } = material;
      const letter = tryToCompose(platform, material);
      if ('state' in letter) return settle(platform, delivery, letter);
      const settled = await transmit(material, letter).catch(outcomeOf);
      if (settled.state !== 'deferred') return settle(platform, delivery, settled);
      if (attempt.isLast) return settle(platform, delivery, { ...settled, state: 'failed' });
      await settle(platform, delivery, settled, nextTryAt(platform.database.now(), attempt.number));
      throw new Error(`the mail waits: ${settled.detail}`);
    },
    stop: transports.close,
  };
}

type Settled = Outcome | { state: 'accepted' | 'kept'; detail: string; isOurs?: undefined };

const nothingToSend = (detail: string): Outcome => ({ state: 'failed', detail, isOurs: false });

/** Composing reads nothing from outside, so what fails once would fail always. */
function tryToCompose(platform: Platform, material: Material): Letter | Outcome {
  try {
    return compose(platform, material);
  } catch (error) {
    platform.log.error({ err: error, deliveryId: material.delivery.id }, 'no mail can be made of a delivery');
    return nothingToSend(error instanceof Error ? error.message : String(error));
  }
}

const pausesMs = [500, 2_000, 5_000];

/** Notes what came of it, with some patience with the database: an outcome that is lost means a mail sent twice. */
async function settle(
  platform: Platform,
  delivery: DeliveryRow,
  { state, detail, isOurs }: Settled,
  nextTry: Date | null = null,
): Promise<void> {
  deliveriesTried.inc({ state });
  for (let round = 0; ; round++) {
    try {
      return await platform.database.run(mailScope(delivery.workspace_id), async ctx => {
        await settleDelivery(ctx, delivery.id, { state, detail, nextTryAt: nextTry });
        if (state === 'accepted') await noteSending(ctx, delivery.mailbox_id, { isTaken: true });
        else if (isOurs) await noteSending(ctx, delivery.mailbox_id, { isTaken: false, detail });
        if (state !== 'deferred') await tellDelivery(ctx, delivery, `delivery.${state}`);
      });
    } catch (error) {
      const waitMs = pausesMs[round];
      if (waitMs === undefined || !isDatabaseAway(error)) throw error;
      await pause(waitMs);
    }
  }
}
