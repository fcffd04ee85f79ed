// An agent passes on what a customer wrote to them. Whoever wrote it is the requester then, not the agent: the ticket, the
// answer and the history are about the customer. It is believed of an agent alone, and only when they are proved to have
// sent it (S7): anybody else could have us write to whom they like (S1).
import { type Received, receive, writePlainNote } from '../../../desk/messages/index.ts';
import { type Agent, findAgentByEmail } from '../../../desk/people/index.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import type { Proof } from '../proof/index.ts';
import type { ForwardedMail, ReadMail } from '../reading/index.ts';
import type { Destination } from './incoming.ts';
import { incomingOf } from './incoming.ts';
import { mailboxAt } from './recipients.ts';
import type { Place } from './threading.ts';

export interface PassedOn {
  agent: Agent;
  inner: ForwardedMail;
  sender: { name: string; address: string };
}

/** The agent who passes a mail on, and whose it is; null for any other mail. */
export async function passedOn(ctx: Ctx, mail: ReadMail, proof: Proof): Promise<PassedOn | null> {
  const inner = mail.forwarded;
  if (!inner?.fromAddress || proof.verdict !== 'pass') return null;
  const agent = await findAgentByEmail(ctx, mail.from.address);
  if (!agent || agent.isDisabled) return null;
  const address = inner.fromAddress.toLowerCase();
  // Colleagues and mailboxes of the house are no customers.
  if (address === agent.email || (await findAgentByEmail(ctx, address))) return null;
  if (await mailboxAt(ctx.tx, address)) return null;
  return { agent, inner, sender: { name: nameIn(inner.from, inner.fromAddress), address } };
}

/** Opens the customer's ticket with their words; what the agent wrote above them is a note of the agent's. */
export async function receivePassedOn(
  ctx: Ctx,
  secrets: Secrets,
  mail: ReadMail,
  { agent, inner, sender }: PassedOn,
  to: Destination,
  rest: { files: Parameters<typeof incomingOf>[3]['files']; at: Date },
): Promise<Received> {
  const alone: Place = { joins: null, hint: null, side: null, notice: null, claims: [] };
  const incoming = incomingOf(mail, alone, to, rest);
  const received = await receive(ctx, {
    ...incoming,
    sender: { name: sender.name.slice(0, 200), email: sender.address },
    subject: (inner.subject || incoming.subject).slice(0, 1_000),
    // As text: in the HTML the agent's words and the customer's are one.
    text: inner.text.replaceAll('\u0000', ''),
    quotedText: '',
    html: null,
    newHtml: null,
    hasRemoteImages: false,
    recipients: { to: [], cc: [] },
    // The mail is the agent's: an answer of the customer's will name another.
    messageId: null,
    notices: [...incoming.notices, 'passed-on'],
  });
  const said = inner.top.replaceAll('\u0000', '').trim();
  if (said !== '') {
    const actor = { type: 'agent', id: agent.id, via: 'mail' } as const;
    const asAgent: Ctx = { ...ctx, actor, language: agent.language, onlyFolders: agent.folderIds };
    await writePlainNote(asAgent, secrets, received.ticketId, said);
  }
  return received;
}

/** The name in front of an address, as mail programs print it above what they forward. */
function nameIn(from: string, address: string): string {
  const name = from.slice(0, Math.max(0, from.toLowerCase().indexOf(address.toLowerCase())));
  return name.replace(/(?:mailto:|[<[("'])+\s*$/i, '').replace(/^["'\s]+|["'\s]+$/g, '');
}
