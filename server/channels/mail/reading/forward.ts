// The mail inside a forward: whose words an agent is really to answer.
import type { ForwardedMail } from './mail.ts';
import { type HeaderBlock, readHeaderBlock } from './quote-headers.ts';
import { DIVIDER, EMAIL, FORWARD_OPENING } from './quote-patterns.ts';
import { LINE_CHARS } from './quote-vocabulary.ts';

const FORWARD_SUBJECT =
  /^\s*(?:fwd?|tr|wg|rv|enc|i|doorst|vb|vs|vl|pd|továbbítás|转发|轉寄|fs|rif)\s?(?:\[\d+\])?\s?[:：]/i;
const REPLY_SUBJECT = /^\s*(?:re|aw|antw|sv|vs|ref|rép|r|odp|回复|回覆|res|ynt)\s?(?:\[\d+\])?\s?[:：]/i;

/** How far below an opening line its headers may begin. */
const HEADERS_WITHIN = 4;

export type ForwardSource = {
  /** The lines that a reader of the mail sees, from `splitReply`. */
  lines: string[];
  subject: string;
  /** Whether the mail names one that it answers (In-Reply-To): printed headers are then history, not a forward. */
  isReply?: boolean;
};

type Found = { top: number; body: number; block: HeaderBlock | null };

function find(lines: string[], isReply: boolean): Found | null {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.length <= LINE_CHARS && FORWARD_OPENING.test(line)) {
      for (let i = at + 1; i <= at + HEADERS_WITHIN; i++) {
        const block = readHeaderBlock(lines, i);
        if (block) return { top: at, body: block.end, block };
      }
      return { top: at, body: at + 1, block: null };
    }
    if (isReply) continue;
    const block = readHeaderBlock(lines, at);
    if (!block?.values.from) continue;
    let top = at;
    while (top > 0 && lines[top - 1]!.trim() === '') top--;
    const above = lines[top - 1] ?? '';
    return {
      top: above.length <= LINE_CHARS && (DIVIDER.test(above) || /^[\s_*=-]{5,}$/.test(above)) ? top - 1 : at,
      body: block.end,
      block,
    };
  }
  return null;
}

/** The lines of the inner mail; where they are quoted, only as far as they are. */
function innerText(lines: string[], found: Found): string {
  const rest = lines.slice(found.body);
  const isQuoted = found.block !== null && /^\s*>/.test(lines[found.block.start]!);
  if (!isQuoted) return rest.join('\n').trim();
  const end = rest.findIndex(line => line.trim() !== '' && !/^\s*>/.test(line));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .map(line => line.replace(/^\s*> ?/, ''))
    .join('\n')
    .trim();
}

function plain(value: string | undefined): string {
  return (value ?? '')
    .replace(/^[\s*_]+|[\s*_]+$/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 2000);
}

/** Reads the mail inside a forward, or null when it is none. Never throws, linear (S11). */
export function readForward(mail: ForwardSource): ForwardedMail | null {
  const isForward = FORWARD_SUBJECT.test(mail.subject);
  const isReply = !isForward && (REPLY_SUBJECT.test(mail.subject) || mail.isReply === true);
  const { lines } = mail;
  const found = find(lines, isReply);
  if (!found) return null;
  const values = found.block?.values ?? {};
  const from = plain(values.from);
  return {
    top: lines.slice(0, found.top).join('\n').trim(),
    from,
    fromAddress: EMAIL.exec(from)?.[0] ?? null,
    subject: plain(values.subject),
    date: plain(values.date),
    to: plain(values.to),
    cc: plain(values.cc),
    text: innerText(lines, found),
  };
}
