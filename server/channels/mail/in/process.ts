// The job that makes a ticket, a message or a stub of each raw mail: exactly once, however often it runs.
import { isDatabaseAway } from '../../../platform/errors/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import type { Task } from '../../../platform/jobs/index.ts';
import { mailsFiled } from '../../../platform/metrics/index.ts';
import type { MailReader, ReadResult, StubFacts } from '../reading/index.ts';
import { atEdge } from './edge.ts';
import { type Filed, fileMail, fileStub } from './file-mail.ts';
import { removeFiles, storeFiles } from './mail-files.ts';
import { rawHeaders, storableText } from './raw-content.ts';
import { countFailure, type WaitingMail, waitingMail } from './waiting-mail.ts';

/** P6: tried at most three times. */
const mostFailures = 3;
/** A mail that takes the whole process down leaves no count of its own; the queue's count of starts speaks then. */
const mostStarts = 10;

/** Makes the task `mail.process` {workspaceId, rawMailId}. The reader is the caller's to close. */
export function createProcessTask(platform: Platform, reader: MailReader): Task {
  return async (payload, attempt) => {
    const { workspaceId, rawMailId } = payload as { workspaceId: string; rawMailId: string };
    const run = <T>(work: (ctx: Ctx) => Promise<T>) =>
      platform.database.run({ workspaceId, actor: systemActor('mail') }, work);
    const waiting = await run(ctx => waitingMail(ctx, rawMailId));
    if (!waiting) return;
    const isGivenUp = waiting.attempts >= mostFailures || attempt.number > mostStarts;
    // A reader that cannot start is a fault of the house and not of this mail: it is not counted.
    const read = isGivenUp ? unread(platform, workspaceId, waiting) : await reader.read(atEdge(waiting.raw));
    try {
      const outcome = await file(platform, workspaceId, waiting, read);
      if (outcome) mailsFiled.inc({ outcome });
    } catch (error) {
      if (!isDatabaseAway(error)) await run(ctx => countFailure(ctx, rawMailId, String(error)));
      throw error;
    }
  };
}

type Read = ReadResult | ({ stub: 'failed'; mail?: undefined } & StubFacts);

async function file(
  platform: Platform,
  workspaceId: string,
  waiting: WaitingMail,
  read: Read,
): Promise<Filed | null> {
  if (!read.mail) {
    platform.log.warn({ workspaceId, rawMailId: waiting.id, reason: read.stub }, 'mail kept as a stub');
    return fileStub(platform, workspaceId, waiting, read.stub, read);
  }
  const files = await storeFiles(platform.storage, read.mail.attachments);
  try {
    const outcome = await fileMail(platform, workspaceId, waiting, read.mail, files);
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
