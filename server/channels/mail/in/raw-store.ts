// Raw first (P1): a sender hears 250 only when the mail is committed. Mails that come while a commit is under way are
// written together, so that many connections share one fsync and one NOTIFY of the queue.
import { isDatabaseAway } from '../../../platform/errors/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { mailsTaken } from '../../../platform/metrics/index.ts';
import { type NewRawMail, type RawOutcome, writeBatch } from './raw-batch.ts';

/** Resolves when the mail is committed. @throws when it is not, or when nobody can know: the sender is to try again */
export type StoreRaw = (mail: NewRawMail) => Promise<RawOutcome>;

interface Waiting {
  mail: NewRawMail;
  resolve(outcome: RawOutcome): void;
  reject(error: unknown): void;
}

const batchesAtOnce = 2;
const mostBytes = 8 * 1024 * 1024;
/** Few sizes, so that their statements stay prepared. */
const batchSizes = [32, 16, 8, 4, 2, 1];

/** Makes the writer of raw mails for this process. */
export function openRawStore(platform: Platform): StoreRaw {
  const queue: Waiting[] = [];
  let running = 0;

  async function turn(): Promise<void> {
    running++;
    for (let batch = takeBatch(queue); batch.length > 0; batch = takeBatch(queue)) {
      await writeTogether(platform, batch);
    }
    running--;
  }

  return mail =>
    new Promise((resolve, reject) => {
      queue.push({ mail, resolve, reject });
      // On the next turn of the loop, when every socket that is readable now has been read.
      if (running < batchesAtOnce)
        setImmediate(() => running < batchesAtOnce && queue.length > 0 && void turn());
    });
}

/** Takes mails of the workspace that has waited longest, as many as one statement should carry. */
function takeBatch(queue: Waiting[]): Waiting[] {
  const workspaceId = queue[0]?.mail.workspaceId;
  const fitting: Waiting[] = [];
  let bytes = 0;
  for (const waiting of queue) {
    if (waiting.mail.workspaceId !== workspaceId) continue;
    bytes += waiting.mail.raw.length;
    if (fitting.length > 0 && (bytes > mostBytes || fitting.length === batchSizes[0])) break;
    fitting.push(waiting);
  }
  const size = batchSizes.find(each => each <= fitting.length) ?? 0;
  const batch = fitting.slice(0, size);
  for (const waiting of batch) queue.splice(queue.indexOf(waiting), 1);
  return batch;
}

async function writeTogether(platform: Platform, batch: Waiting[]): Promise<void> {
  try {
    settle(batch, await writeBatch(platform, mailsOf(batch)));
  } catch (error) {
    if (batch.length === 1 || isDatabaseAway(error)) return refuse(platform, batch, error);
    // One bad mail must not keep out those that happened to come with it.
    for (const waiting of batch) {
      try {
        settle([waiting], await writeBatch(platform, [waiting.mail]));
      } catch (alone) {
        refuse(platform, [waiting], alone);
      }
    }
  }
}

function mailsOf(batch: Waiting[]): NewRawMail[] {
  return batch.map(waiting => waiting.mail);
}

function settle(batch: Waiting[], outcomes: RawOutcome[]): void {
  for (const [index, waiting] of batch.entries()) {
    const outcome = outcomes[index]!;
    if (outcome === 'taken') mailsTaken.inc({ source: waiting.mail.source });
    waiting.resolve(outcome);
  }
}

function refuse(platform: Platform, batch: Waiting[], error: unknown): void {
  platform.log.warn({ err: error, mails: batch.length }, 'mails not stored');
  for (const waiting of batch) waiting.reject(error);
}
