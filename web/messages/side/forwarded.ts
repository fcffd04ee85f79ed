// What an agent sends on of a message: as text in the mail, where they see it and cut what is not for those eyes.
import type { Translate } from '../../data/language.ts';
import type { Message } from '../messages-query.ts';

/** The HTML of a forwarded message, after an empty line to write in. Takes its date as the reader's language writes it. */
export function forwardedHtml(t: Translate, message: Pick<Message, 'text'>, about: ForwardedHead): string {
  const head = [
    t('side.forwarded.head'),
    t('side.forwarded.from', { name: about.name }),
    t('side.forwarded.date', { date: about.date }),
    ...(about.subject ? [t('side.forwarded.subject', { subject: about.subject })] : []),
  ];
  const lines = (all: string[]) => all.map(line => `<p>${escapeHtml(line)}</p>`).join('');
  const words = message.text.trim().split(/\n+/);
  return `<p></p>${lines(head)}<blockquote>${lines(words)}</blockquote>`;
}

export interface ForwardedHead {
  name: string;
  date: string;
  subject: string;
}

/** The subject of a forwarded message, with one mark before it. */
export function forwardedSubject(t: Translate, subject: string): string {
  const bare = subject.replace(/^(?:\s*(?:re|tr|fwd?|wg|aw)\s?:)+\s*/i, '').trim();
  return t('side.forwarded.prefix', { subject: bare }).slice(0, 300);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
