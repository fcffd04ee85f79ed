// The job that makes a ticket, a message or a stub of each raw mail: exactly once, however often it runs.
import { isDatabaseAway } from '../../../platform/errors/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import type { Task } from '../../../platform/jobs/index.ts';
import { mailsFiled } from '../../../platform/metrics/index.ts';
import type { MailReader, StubFacts } from '../reading/index.ts';
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
    const file = isGivenUp ? fileUnread : readAndFile;
    const outcome = await file(platform, reader, workspaceId, waiting).catch(async error => {
      if (!isDatabaseAway(error)) await run(ctx => countFailure(ctx, rawMailId, String(error)));
      throw error;
    });
    if (outcome) mailsFiled.inc({ outcome });
  };
}

async function readAndFile(
  platform: Platform,
  reader: MailReader,
  workspaceId: string,
  waiting: WaitingMail,
): Promise<Filed | null> {
  const { mail, ...unread } = await reader.read(atEdge(waiting.raw));
  if (!mail) {
    const { stub, ...facts } = unread as { stub: string } & StubFacts;
    platform.log.warn({ workspaceId, rawMailId: waiting.id, reason: stub }, 'mail kept as a stub');
    return fileStub(platform, workspaceId, waiting, stub, facts);
  }
  const files = await storeFiles(platform.storage, mail.attachments);
  let outcome: Filed | null = null;
  try {
    outcome = await fileMail(platform, workspaceId, waiting, mail, files);
    return outcome;
  } finally {
    if (outcome !== 'filed') await removeFiles(platform.storage, files);
  }
}

/** What has failed three times is not read again: its subject and sender are taken from the bytes as they are. */
async function fileUnread(
  platform: Platform,
  _reader: MailReader,
  workspaceId: string,
  waiting: WaitingMail,
): Promise<Filed | null> {
  platform.log.error({ workspaceId, rawMailId: waiting.id }, 'mail given up: kept as a stub');
  const headers = rawHeaders(waiting.raw);
  const facts = {
    from: { name: '', address: waiting.envelope_from },
    subject: storableText(headers.get('subject') ?? ''),
    messageId: null,
  };
  return fileStub(platform, workspaceId, waiting, 'failed', facts);
}
