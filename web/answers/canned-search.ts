import type { Language } from '../../contract/fields.ts';
import type { CannedReply } from './canned-query.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a rich text, on one line. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The canned replies in which each typed word stands, accents and case aside (LIV-19): those whose shortcut is meant
 * first, then by name, then by text; among equals those in the language of the ticket, then the most used.
 */
export function findCanned<C extends CannedReply>(
  all: readonly C[],
  typed: string,
  language?: Language,
): C[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter(word => word !== '');
  const rank = (reply: C): number | null => {
    if (words.length === 0) return 0;
    const shortcut = plain(reply.shortcut);
    const [first = ''] = words;
    if (words.length === 1 && shortcut !== '' && shortcut.startsWith(first))
      return shortcut === first ? 0 : 1;
    const name = plain(`${reply.name} ${reply.folder} ${reply.shortcut}`);
    if (words.every(word => name.includes(word))) return 2;
    const text = `${name} ${plain(wordsOf(reply.html))}`;
    return words.every(word => text.includes(word)) ? 3 : null;
  };
  const isForeign = (reply: C) =>
    language !== undefined && reply.language !== null && reply.language !== language;
  return all
    .flatMap(reply => {
      const found = rank(reply);
      return found === null ? [] : [{ reply, rank: found }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(isForeign(a.reply)) - Number(isForeign(b.reply)) ||
        b.reply.useCount - a.reply.useCount ||
        a.reply.name.localeCompare(b.reply.name),
    )
    .map(({ reply }) => reply);
}
