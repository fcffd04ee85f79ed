// Message-ID, In-Reply-To and References (RFC 5322, 3.6.4), so that every mail program shows one conversation.
import type { Secrets } from '../../../platform/crypto/index.ts';
import { type Thread, threadToken } from './thread-token.ts';

/** The first and the last mails of a long conversation are enough to find it; more make headers that servers refuse. */
const mostReferences = 20;
const shape = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,300}>$/;

/** The host of our Message-IDs: the mailbox's domain, or the host of the public address. */
export function messageIdHost(mailboxAddress: string | null, publicUrl: string): string {
  return mailboxAddress?.split('@').at(-1) || new URL(publicUrl).hostname;
}

/** The Message-ID of a mail to a customer; it proves the thread when it comes back (S5). */
export function threadMessageId(secrets: Secrets, thread: Thread, host: string): string {
  return `<${threadToken(secrets, thread)}@${host}>`;
}

/** A Message-ID in the one form that is safe in a header, or null for what is none. Brackets may be missing. */
export function cleanMessageId(text: string | null): string | null {
  const id = text?.trim().replace(/^<?/, '<').replace(/>?$/, '>') ?? '';
  return shape.test(id) ? id : null;
}

/** In-Reply-To and References of an answer in a conversation. Takes the Message-IDs of its mails, oldest first. */
export function threadHeaders(
  chain: readonly string[],
  answered: string | null,
): { inReplyTo: string | null; references: string[] } {
  const inReplyTo = cleanMessageId(answered);
  const known = [...chain, answered].map(cleanMessageId).filter(id => id !== null);
  const unique = [...new Set(known.reverse())].reverse();
  const references =
    unique.length > mostReferences ? [unique[0]!, ...unique.slice(1 - mostReferences)] : unique;
  return { inReplyTo, references };
}

/** The subject of an answer: one `Re:`, whatever the customer's program had put before it. */
export function replySubject(subject: string): string {
  return `Re: ${subject.replace(/^(?:\s*(?:re|aw|sv|tr|fwd?|wg|rif)\s?(?:\[\d+\])?:)+\s*/i, '').trim()}`;
}
