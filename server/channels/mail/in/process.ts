// The job that makes a ticket, a message or a stub of each raw mail: exactly once, however often it runs.

import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import { isDatabaseAway } from '../../../platform/errors/index.ts';
import type { Platform } from '../../../platform/index.ts';
import type { Task } from '../../../platform/jobs/index.ts';
import { mailsFiled } from '../../../platform/metrics/index.ts';
import { type Proof, type Prover, unproved } from '../proof/index.ts';
import type { MailReader, ReadMail, ReadResult, StubFacts } from '../reading/index.ts';
import { atEdge } from './edge.ts';
import { type Filed, fileMail, fileStub } from './file-mail.ts';
import { removeFiles, storeFiles } from './mail-files.ts';
import type { ProcessPayload } from './process-job.ts';
import { rawHeaders, storableText } from './raw-content.ts';
import { countTries, type WaitingMail, waitingMail } from './waiting-mail.ts';

/** P6: tried at most three times. */
const mostTries = 3;

/** The reader could not start, or is closed: a fault of the house, of which the mail knows nothing. */
class NoReader extends Error {}

/**
 * Makes the task `mail.process` {workspaceId, rawMailId}. The reader is the caller's to close. A try is counted when it
 * fails; a mail that was begun before is counted when it begins, since it may have taken a whole process down.
 */
export function createProcessTask(platform: Platform, reader: MailReader, prover: Prover): Task {
  const host = new URL(platform.config.publicUrl).hostname;
  return async (payload, attempt) => {
    const { workspaceId, rawMailId, isAgain } = payload as unknown as ProcessPayload;
    const run = <T>(work: (ctx: Ctx) => Promise<T>) =>
      platform.database.run({ workspaceId, actor: systemActor('mail') }, work);
    const count = (more: number, reason: string) => run(ctx => countTries(ctx, rawMailId, more, reason));
    const waiting = await run(ctx => waitingMail(ctx, rawMailId));
    if (!waiting) return;
    const isCounted = attempt.number > 1 || isAgain === true;
    const isGivenUp = waiting.attempts >= mostTries;
    if (isCounted && !isGivenUp) await count(1, 'begun again');
    try {
      prover.prepare();
      const read = isGivenUp
        ? unread(platform, workspaceId, waiting)
        : await readAtEdge(reader, waiting.raw, host);
      const proof = read.mail ? await proveSender(prover, waiting, read.mail) : unproved;
      const outcome = await file(platform, workspaceId, waiting, read, proof);
      if (outcome) mailsFiled.inc({ outcome });
    } catch (error) {
      const isItsFault = !isDatabaseAway(error) && !(error instanceof NoReader);
      await count(Number(isItsFault) - Number(isCounted), String(error)).catch(() => {});
      throw error;
    }
  };
}

function readAtEdge(reader: MailReader, raw: Buffer, host: string): Promise<ReadResult> {
  return reader.read(atEdge(raw, host)).catch(error => {
    throw new NoReader(String(error), { cause: error });
  });
}

/** Only of a mail that keeps to the limits. */
function proveSender(prover: Prover, waiting: WaitingMail, mail: ReadMail): Promise<Proof> {
  const fetched = waiting.source === 'imap' || waiting.source === 'import';
  return prover.prove(waiting.raw, mail.headers.authenticationResults, {
    ip: waiting.remote_ip,
    helo: waiting.helo,
    envelopeFrom: fetched ? (mail.headers.returnPath ?? '') : waiting.envelope_from,
    isRelayed: !fetched,
    resultsBy: waiting.results_by,
  });
}

type Read = ReadResult | ({ stub: 'failed'; mail?: undefined } & StubFacts);

async function file(
  platform: Platform,
  workspaceId: string,
  waiting: WaitingMail,
  read: Read,
  proof: Proof,
): Promise<Filed | null> {
  if (!read.mail) {
    platform.log.warn({ workspaceId, rawMailId: waiting.id, reason: read.stub }, 'mail kept as a stub');
    return fileStub(platform, workspaceId, waiting, read.stub, read);
  }
  const files = await storeFiles(platform.storage, read.mail.attachments);
  try {
    const outcome = await fileMail(platform, workspaceId, waiting, read.mail, files, proof);
    if (outcome !== 'filed') await removeFiles(platform.storage, files);
    return outcome;
  } catch (error) {
    // When the database went away nobody knows whether a ticket owns them by now, so they stay.
    if (!isDatabaseAway(error)) await removeFiles(platform.storage, files);
    throw error;
  }
}

/** What has failed three times is not read again: its subject and sender are taken from the bytes as they are. */
function unread(platform: Platform, workspaceId: string, waiting: WaitingMail): Read {
  platform.log.error({ workspaceId, rawMailId: waiting.id }, 'mail given up');
  const subject = storableText(rawHeaders(waiting.raw).get('subject') ?? '');
  return { stub: 'failed', from: { name: '', address: waiting.envelope_from }, subject, messageId: null };
}
