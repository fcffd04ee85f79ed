// What the mails to customers have in common: addresses, thread and marks.
import type { Conversation } from './conversation.ts';
import { type Letter, NoLetter } from './letter.ts';
import { loopHeader, loopMark } from './loop-mark.ts';
import type { MailMeans, Material } from './material.ts';
import { messageIdHost, threadHeaders, threadMessageId } from './thread-headers.ts';
import { threadToken } from './thread-token.ts';

type Envelope = Omit<Letter, 'subject' | 'html' | 'text' | 'files'>;

/** Headers of a mail to a customer: its Message-ID and, where the mailbox takes them, its reply address prove the thread (S5). */
export function customerEnvelope(
  { secrets, config }: MailMeans,
  { delivery, sender, workspace }: Material,
  conversation: Conversation,
  fromName: string,
): Envelope {
  const { ticket, chain, answered, recipientName } = conversation;
  const nameOf = (address: string) =>
    address === ticket.requesterEmail ? { name: ticket.requesterName, address } : { name: '', address };
  const { recipient } = delivery;
  const thread = { workspaceId: workspace.id, ticketId: ticket.id, deliveryId: delivery.id, recipient };
  const host = messageIdHost(delivery.mailbox_id ? sender.address : null, config.publicUrl);
  const [local, domain] = splitAddress(sender.address);
  const plus = `${local}+${threadToken(secrets, thread)}@${domain}`;
  return {
    messageId: threadMessageId(secrets, thread, host),
    from: { name: fromName, address: sender.address },
    envelopeFrom: sender.address,
    replyTo: sender.usesPlusAddress ? plus : null,
    to: { name: recipientName, address: recipient },
    // An acknowledgement answers a message of the customer, whose own recipients it is not for.
    ...(conversation.message.author === 'agent' && {
      named: { to: conversation.to.map(nameOf), cc: conversation.cc.map(nameOf) },
    }),
    ...threadHeaders(chain, answered),
    headers: {
      [loopHeader]: loopMark(secrets, delivery.id),
      'X-Guichet-Ticket': String(ticket.number),
    },
  };
}

/**
 * Headers of a mail to an agent, written by nobody. With `isAnswerable` an answer to it finds its ticket, if it comes from
 * the same agent (S7); else answering leads nowhere.
 */
export function agentEnvelope(
  { secrets, config }: MailMeans,
  { delivery, sender, workspace, agent }: Material,
  isAnswerable = false,
): Envelope {
  const host = messageIdHost(sender.mailboxId ? sender.address : null, config.publicUrl);
  const { recipient, ticket_id: ticketId } = delivery;
  const thread =
    isAnswerable && ticketId
      ? { workspaceId: workspace.id, ticketId, deliveryId: delivery.id, recipient }
      : null;
  const [local, domain] = splitAddress(sender.address);
  const plus = thread && sender.usesPlusAddress && `${local}+${threadToken(secrets, thread)}@${domain}`;
  return {
    messageId: thread ? threadMessageId(secrets, thread, host) : `<${delivery.id}@${host}>`,
    from: { name: workspace.name, address: sender.address },
    envelopeFrom: sender.address,
    replyTo: plus || null,
    to: { name: agent?.name ?? '', address: delivery.recipient },
    inReplyTo: null,
    references: [],
    headers: { [loopHeader]: loopMark(secrets, delivery.id), 'Auto-Submitted': 'auto-generated' },
  };
}

function splitAddress(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  if (at < 1) throw new NoLetter(`${address} is no address to send from`);
  return [address.slice(0, at), address.slice(at + 1)];
}
