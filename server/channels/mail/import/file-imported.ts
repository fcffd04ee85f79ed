// The second half of an import: one mail becomes a ticket, or goes on in one, in one transaction with the line of its
// report. Nothing is sent and nobody is told: what is written is by the import (`via: 'import'`).
import '../in/tables.ts';
import './tables.ts';
import { receive, takeInSent } from '../../../desk/messages/index.ts';
import { findAgentByEmail } from '../../../desk/people/index.ts';
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import { isDatabaseAway } from '../../../platform/errors/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { type Arrival, arrivalOf, arrivalOfStub } from '../in/arrival.ts';
import { atEdge } from '../in/edge.ts';
import { type Destination, incomingOf, stubOf } from '../in/incoming.ts';
import { removeFiles, storeFiles } from '../in/mail-files.ts';
import { isOwnMail } from '../in/own-mail.ts';
import { isMarkedSpam } from '../in/quarantine.ts';
import { mailboxAt } from '../in/recipients.ts';
import { sameMailElsewhere } from '../in/same-mail.ts';
import {
  countTries,
  destinationOf,
  lockWaiting,
  settleMail,
  type WaitingMail,
  waitingMail,
} from '../in/waiting-mail.ts';
import { unproved } from '../proof/index.ts';
import type { MailReader, ReadMail, ReadResult, StubFacts } from '../reading/index.ts';
import { placeOfImported } from './place.ts';
import type { MailImportMail, SkipReason } from './tables.ts';

type Line = Pick<MailImportMail, 'import_id' | 'place' | 'raw_mail_id' | 'subject'>;
type Files = Awaited<ReturnType<typeof storeFiles>>;
type Outcome =
  | { outcome: 'ticket' | 'threaded'; ticketId: string; messageId: string }
  | { outcome: 'skipped'; reason: SkipReason; ticketId?: string };

/** Files one mail of an import. Does nothing where it is filed already. @throws when the database or the reader is away */
export async function fileImported(
  platform: Platform,
  reader: MailReader,
  workspaceId: string,
  line: Line,
): Promise<void> {
  const scope = { workspaceId, actor: systemActor('import') };
  const waiting = await platform.database.run(scope, ctx => waitingMail(ctx, line.raw_mail_id!));
  if (!waiting) return;
  const host = new URL(platform.config.publicUrl).hostname;
  const isGivenUp = waiting.attempts >= mostTries;
  const read = isGivenUp ? givenUp(line) : await reader.read(atEdge(waiting.raw, host));
  const files = read.mail ? await storeFiles(platform.storage, read.mail.attachments) : [];
  try {
    const isTaken = await platform.database.run(scope, async ctx => {
      if (!(await lockWaiting(ctx, waiting.id))) return false;
      const to = await destinationOf(ctx, waiting.mailbox_id);
      const outcome = await decide(ctx, platform, waiting, read, files, to);
      await note(ctx, line, outcome);
      return outcome.outcome !== 'skipped';
    });
    if (!isTaken) await removeFiles(platform.storage, files);
  } catch (error) {
    // When the database went away nobody knows whether a ticket owns them by now, so they stay.
    if (isDatabaseAway(error)) throw error;
    await removeFiles(platform.storage, files);
    await platform.database.run(scope, ctx => countTries(ctx, waiting.id, 1, String(error)));
    throw error;
  }
}

/** P6: what has failed three times stands in a ticket as it came. */
const mostTries = 3;

type Read = ReadResult | ({ stub: 'failed'; mail?: undefined } & StubFacts);

function givenUp({ subject }: Line): Read {
  return { stub: 'failed', from: null, subject, messageId: null };
}

async function decide(
  ctx: Ctx,
  platform: Platform,
  waiting: WaitingMail,
  read: Read,
  files: Files,
  to: Destination,
): Promise<Outcome> {
  if (!read.mail) {
    const received = await receive(ctx, stubOf(read.stub, read, to, waiting.received_at));
    const arrival = arrivalOfStub(read, read.stub, unproved);
    await settleMail(ctx, waiting.id, { state: 'stub', reason: read.stub, received, arrival });
    return { outcome: 'ticket', ...received };
  }
  const { mail } = read;
  const isOurs = (await mailboxAt(ctx.tx, mail.from.address))?.workspaceId === ctx.workspaceId;
  const agent = isOurs ? null : await findAgentByEmail(ctx, mail.from.address);
  const place = await placeOfImported(ctx, mail, isOurs || agent !== null);
  const skipped = await reasonToSkip(ctx, platform, waiting, mail, place.joins);
  if (skipped) return skipped;
  const incoming = incomingOf(mail, { ...place, side: null, notice: null, claims: [] }, to, {
    files,
    at: waiting.received_at,
  });
  const recipient = isOurs || agent ? await firstRecipient(ctx, mail) : null;
  let received: Awaited<ReturnType<typeof receive>>;
  if (isOurs || agent) {
    if (!place.joins && !recipient) return aside(ctx, waiting, mail, 'to-nobody', 'own');
    received = await takeInSent(
      ctx,
      { ...incoming, sender: { ...incoming.sender, name: agent?.name ?? incoming.sender.name } },
      { authorId: agent?.id ?? null, recipient: recipient! },
    );
  } else {
    received = await receive(ctx, incoming);
  }
  const arrival = arrivalOfImported(mail, incoming.notices);
  await settleMail(ctx, waiting.id, { state: 'filed', received, arrival });
  return { outcome: received.opened ? 'ticket' : 'threaded', ...received };
}

async function reasonToSkip(
  ctx: Ctx,
  platform: Platform,
  waiting: WaitingMail,
  mail: ReadMail,
  joins: string | null,
): Promise<Outcome | null> {
  if (await isOwnMail(ctx, platform.secrets, mail, waiting.raw))
    return aside(ctx, waiting, mail, 'sent-by-guichet', 'own');
  if (isMarkedSpam(mail)) return aside(ctx, waiting, mail, 'spam', 'spam');
  if (mail.machine.bounce && !joins) return aside(ctx, waiting, mail, 'bounce', 'robot');
  const same = await sameMailElsewhere(ctx, waiting);
  if (!same) return null;
  const arrival = arrivalOf(mail, {
    how: 'same-mail',
    claims: [],
    proof: unproved,
    acknowledgement: null,
    notices: mail.notices,
  });
  await settleMail(ctx, waiting.id, { state: 'filed', received: same, arrival });
  return { outcome: 'skipped', reason: 'same-mail', ticketId: same.ticketId };
}

/** Keeps a mail out of the tickets; it stands in the quarantine, from where it can still become one. */
async function aside(
  ctx: Ctx,
  waiting: WaitingMail,
  mail: ReadMail,
  reason: SkipReason,
  as: 'own' | 'spam' | 'robot',
): Promise<Outcome> {
  const arrival = arrivalOf(mail, {
    how: 'aside',
    claims: [],
    proof: unproved,
    acknowledgement: null,
    notices: mail.notices,
  });
  if (as === 'own') await settleMail(ctx, waiting.id, { state: 'own', arrival });
  else await settleMail(ctx, waiting.id, { state: 'quarantined', reason: as, arrival });
  return { outcome: 'skipped', reason };
}

function arrivalOfImported(mail: ReadMail, notices: string[]): Arrival {
  return arrivalOf(mail, { how: 'import', claims: [], proof: unproved, acknowledgement: 'off', notices });
}

/** Whom we wrote to first that is not one of ours. */
async function firstRecipient(ctx: Ctx, mail: ReadMail): Promise<{ name: string; email: string } | null> {
  for (const { name, address } of [...mail.to, ...mail.cc].slice(0, 20)) {
    const email = address.trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) continue;
    if (!(await mailboxAt(ctx.tx, email))) return { name: name.slice(0, 200), email };
  }
  return null;
}

async function note(ctx: Ctx, line: Line, outcome: Outcome): Promise<void> {
  await ctx.tx
    .updateTable('mail_import_mails')
    .set({
      outcome: outcome.outcome,
      ...('reason' in outcome && { reason: outcome.reason }),
      ...(outcome.ticketId && { ticket_id: outcome.ticketId }),
      ...('messageId' in outcome && { message_id: outcome.messageId }),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', line.import_id)
    .where('place', '=', line.place)
    .execute();
}
