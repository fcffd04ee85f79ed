// One transaction from a raw mail to its ticket: the outcome and the mail's row commit together (P2).
import { type Incoming, receive } from '../../../desk/messages/index.ts';
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';
import type { ReadMail, StubFacts } from '../reading/index.ts';
import { acknowledge, isLoopSuspected } from './acknowledge.ts';
import { type Destination, incomingOf, stubOf } from './incoming.ts';
import { isOwnMail } from './own-mail.ts';
import { findPlace, type Place } from './threading.ts';
import { destinationOf, lockWaiting, settleMail, type WaitingMail } from './waiting-mail.ts';

export type Filed = 'filed' | 'stub' | 'own';
type Files = Incoming['files'];

function inOneTransaction(
  platform: Platform,
  workspaceId: string,
  waiting: WaitingMail,
  work: (ctx: Ctx, to: Destination) => Promise<Filed>,
): Promise<Filed | null> {
  return platform.database.run({ workspaceId, actor: systemActor('mail') }, async ctx => {
    if (!(await lockWaiting(ctx, waiting.id))) return null;
    return work(ctx, await destinationOf(ctx, waiting.mailbox_id));
  });
}

/** Files a mail that was read: into its ticket or as a new one, acknowledged where that is right. Null: done already. */
export function fileMail(
  platform: Platform,
  workspaceId: string,
  waiting: WaitingMail,
  mail: ReadMail,
  files: Files,
): Promise<Filed | null> {
  return inOneTransaction(platform, workspaceId, waiting, async (ctx, to) => {
    if (await isOwnMail(ctx, platform.secrets, mail, waiting.raw)) {
      await settleMail(ctx, waiting.id, { state: 'own' });
      return 'own';
    }
    const place = await findPlace(ctx, platform.secrets, mail, waiting.envelope_to);
    const incoming = incomingOf(mail, place, to, { files, at: waiting.received_at });
    if (await isLooping(ctx, place)) incoming.notices.push('loop-suspected');
    const received = await receive(ctx, incoming);
    if (received.opened && isAnswerable(waiting, mail, to) && incoming.sender.email && to.mailboxId) {
      await acknowledge(ctx, received, { recipient: incoming.sender.email, mailboxId: to.mailboxId });
    }
    await settleMail(ctx, waiting.id, { state: 'filed', received });
    return 'filed';
  });
}

/** Files a mail that could not be read as a stub (P6). Null: done already. */
export function fileStub(
  platform: Platform,
  workspaceId: string,
  waiting: WaitingMail,
  reason: string,
  facts: StubFacts,
): Promise<Filed | null> {
  return inOneTransaction(platform, workspaceId, waiting, async (ctx, to) => {
    const received = await receive(ctx, stubOf(reason, facts, to, waiting.received_at));
    await settleMail(ctx, waiting.id, { state: 'stub', reason, received });
    return 'stub';
  });
}

async function isLooping(ctx: Ctx, place: Place): Promise<boolean> {
  return place.joins !== null && (await isLoopSuspected(ctx, place.joins));
}

function isAnswerable(waiting: WaitingMail, mail: ReadMail, to: Destination): boolean {
  // What came by LMTP or SMTP tells its reverse path in the envelope; the null one is a machine's (RFC 3834, 2).
  const isNullPath = waiting.source !== 'imap' && waiting.envelope_from === '';
  return to.acknowledges && mail.mayAcknowledge && !isNullPath;
}
