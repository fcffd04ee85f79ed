// One transaction from a raw mail to its ticket: the outcome and the mail's row commit together (P2).
import { type Incoming, receive, receiveAside } from '../../../desk/messages/index.ts';
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { type Proof, unproved } from '../proof/index.ts';
import type { ReadMail, StubFacts } from '../reading/index.ts';
import { acknowledge } from './acknowledge.ts';
import { takeAgentMail } from './agent-mail.ts';
import { type Arrival, arrivalOf, arrivalOfStub } from './arrival.ts';
import { takeBounce } from './bounces.ts';
import { passedOn, receivePassedOn } from './forwarded.ts';
import { type Destination, incomingOf, stubOf } from './incoming.ts';
import { loopIn } from './loop.ts';
import { isOwnMail } from './own-mail.ts';
import { isMarkedSpam } from './quarantine.ts';
import { sameMailElsewhere } from './same-mail.ts';
import { findPlace, type Place } from './threading.ts';
import { destinationOf, lockWaiting, settleMail, type WaitingMail } from './waiting-mail.ts';

export type Filed = 'filed' | 'stub' | 'own' | 'quarantined' | 'same';
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

/**
 * Files a mail that was read: into its ticket, as a new one, or beside the same mail that came to another mailbox;
 * acknowledged where that is right, set aside where it must not become a ticket. Null: done already.
 */
export function fileMail(
  platform: Platform,
  workspaceId: string,
  waiting: WaitingMail,
  mail: ReadMail,
  files: Files,
  proof: Proof = unproved,
): Promise<Filed | null> {
  return inOneTransaction(platform, workspaceId, waiting, async (ctx, to) => {
    const aside = await asideOf(ctx, platform, waiting, mail);
    const none = { claims: [], proof, acknowledgement: null, notices: mail.notices };
    if (aside) {
      await settleMail(ctx, waiting.id, { ...aside, arrival: arrivalOf(mail, { how: 'aside', ...none }) });
      return aside.state;
    }
    const same = await sameMailElsewhere(ctx, waiting);
    if (same) {
      await settleMail(ctx, waiting.id, {
        state: 'filed',
        received: same,
        arrival: arrivalOf(mail, { how: 'same-mail', ...none }),
      });
      return 'same';
    }
    const bounced = await takeBounce(ctx, platform.secrets, mail, {
      id: waiting.id,
      envelopeTo: waiting.envelope_to,
    });
    if (bounced) {
      const received = { ticketId: bounced.ticket_id!, messageId: null };
      const arrival = arrivalOf(mail, { how: 'bounce', ...none });
      await settleMail(ctx, waiting.id, { state: 'filed', received, arrival });
      return 'filed';
    }
    const place = await findPlace(ctx, platform.secrets, mail, waiting.envelope_to, proof);
    if (place.notice && !mail.mayAcknowledge && !waiting.released_at) {
      const arrival = arrivalOf(mail, { how: 'aside', ...none, claims: place.claims });
      await settleMail(ctx, waiting.id, { state: 'quarantined', reason: 'robot', arrival });
      return 'quarantined';
    }
    const byAgent =
      place.notice &&
      (await takeAgentMail(ctx, platform.secrets, place.notice, { words: mail, files, proof }));
    if (byAgent) {
      const arrival = arrivalOf(mail, { ...none, how: byAgent.how, claims: place.claims });
      await settleMail(ctx, waiting.id, { state: 'filed', received: byAgent, arrival });
      return 'filed';
    }
    const loop = await loopOf(ctx, place);
    if (loop === 'broken' && !waiting.released_at) {
      const arrival = arrivalOf(mail, { how: 'aside', ...none, claims: place.claims });
      await settleMail(ctx, waiting.id, { state: 'quarantined', reason: 'loop', arrival });
      return 'quarantined';
    }
    if (place.side) {
      const incoming = incomingOf(mail, place, to, { files, at: waiting.received_at });
      if (loop) incoming.notices.push('loop-suspected');
      const received = await receiveAside(ctx, place.side, incoming);
      const { claims } = place;
      const { notices } = incoming;
      const arrival = arrivalOf(mail, { how: 'side', claims, proof, acknowledgement: 'joined', notices });
      await settleMail(ctx, waiting.id, { state: 'filed', received, arrival });
      return 'filed';
    }
    const passed = place.joins ? null : await passedOn(ctx, mail, proof);
    if (passed) {
      const rest = { files, at: waiting.received_at };
      const received = await receivePassedOn(ctx, platform.secrets, mail, passed, to, rest);
      const { claims } = place;
      const { notices } = mail;
      const arrival = arrivalOf(mail, {
        how: 'passed-on',
        claims,
        proof,
        acknowledgement: 'passed-on',
        notices,
      });
      await settleMail(ctx, waiting.id, { state: 'filed', received, arrival });
      return 'filed';
    }
    const incoming = incomingOf(mail, place, to, { files, at: waiting.received_at });
    if (loop) incoming.notices.push('loop-suspected');
    if (proof.verdict === 'fail') incoming.notices.push('sender-unproved');
    const received = await receive(ctx, incoming);
    const silence = received.opened ? reasonForSilence(waiting, mail, to, place, proof) : 'joined';
    const acknowledgement =
      silence ??
      (await acknowledge(ctx, received, {
        recipient: incoming.sender.email,
        mailboxId: to.mailboxId,
      }));
    const how = !received.opened ? 'joined' : place.joins ? 'follow-up' : 'new';
    const { claims } = place;
    const { notices } = incoming;
    const arrival = arrivalOf(mail, { how, claims, proof, acknowledgement, notices });
    await settleMail(ctx, waiting.id, { state: 'filed', received, arrival });
    return 'filed';
  });
}

type Aside = { state: 'own' | 'quarantined'; reason?: string };

async function asideOf(
  ctx: Ctx,
  platform: Platform,
  waiting: WaitingMail,
  mail: ReadMail,
): Promise<Aside | null> {
  if (waiting.released_at) return null;
  if (await isOwnMail(ctx, platform.secrets, mail, waiting.raw)) return { state: 'own' };
  return isMarkedSpam(mail) ? { state: 'quarantined', reason: 'spam' } : null;
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
    const arrival = arrivalOfStub(facts, reason, unproved);
    await settleMail(ctx, waiting.id, { state: 'stub', reason, received, arrival });
    return 'stub';
  });
}

async function loopOf(ctx: Ctx, place: Place) {
  const ticketId = place.joins ?? place.side?.ticketId;
  return ticketId ? loopIn(ctx, ticketId) : null;
}

/** Why nothing is sent back about a new ticket (RFC 3834, S5, S9); null where nothing speaks against it. */
function reasonForSilence(
  waiting: WaitingMail,
  mail: ReadMail,
  to: Destination,
  place: Place,
  proof: Proof,
): Arrival['acknowledgement'] {
  if (!to.acknowledges || waiting.source === 'import') return 'off';
  if (!mail.mayAcknowledge) return 'machine';
  // What came by LMTP or SMTP tells its reverse path in the envelope; the null one is a machine's (RFC 3834, 2).
  if (waiting.source !== 'imap' && waiting.envelope_from === '') return 'null-path';
  if (proof.verdict === 'fail') return 'sender-unproved';
  return place.hint ? 'claim' : null;
}
