// Address headers (RFC 5322, 3.4) as mailboxes, groups unfolded.
import { addressParser } from 'postal-mime';
import type { Mailbox } from './mail.ts';
import { decodeWords } from './words.ts';

/** Longest address header that is read in full; the limit on addresses (S10) speaks earlier. */
const READ_CHARS = 64 * 1024;

function tidy(text: string): string {
  const plain = decodeWords(text).replace(/\s+/g, ' ').trim();
  return plain.replace(/^(["'])(.*)\1$/, '$2').trim();
}

/** A bare address without its wrapping, `mailto:` or trailing dot. */
function tidyAddress(address: string): string {
  return address
    .trim()
    .replace(/^<+|>+$/g, '')
    .replace(/^mailto:/i, '')
    .replace(/\s+/g, '');
}

/** Reads an address header's raw value; gives what mailboxes it holds, in order. Never throws. */
export function readAddresses(value: string | null): Mailbox[] {
  if (!value) return [];
  return addressParser(value.slice(0, READ_CHARS), { flatten: true })
    .map(found => ({ name: tidy(found.name ?? ''), address: tidyAddress(found.address ?? '') }))
    .filter(found => found.name !== '' || found.address !== '');
}

/** How many addresses a header can hold at most, counted without reading them. */
export function countAddresses(value: string): number {
  let count = value === '' ? 0 : 1;
  for (const char of value) if (char === ',' || char === ';') count++;
  return count;
}

/** The address of a reverse path: '' is the null path (RFC 5321, 4.5.5), null where the header is absent. */
export function readReturnPath(value: string | null): string | null {
  if (value === null) return null;
  const inner = /<([^<>]*)>/.exec(value)?.[1] ?? value;
  return inner.trim().replace(/^"(.*)"$/, '$1');
}

/** Message ids of a Message-ID, In-Reply-To or References header, each with its angle brackets, first first. */
export function readMessageIds(value: string | null): string[] {
  if (!value) return [];
  const ids = decodeWords(value).match(/<[^<>\s]{1,1000}>/g);
  if (ids) return [...new Set(ids)];
  const bare = /^\s*([^\s<>@]{1,500}@[^\s<>@]{1,500})\s*$/.exec(value)?.[1];
  return bare ? [`<${bare}>`] : [];
}
