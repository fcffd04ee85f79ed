// The customer's own new words in a mail, apart from quoted history and signature. When in doubt, history is shown:
// a word too many is a nuisance, a lost word is a customer not heard.
import { isDeeperThan } from './html-depth.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { splitHtml } from './split-html.ts';
import { classifyLines, type LineKind, plainLine, separateLines } from './split-lines.ts';

export type ReplySplit = {
  newText: string;
  /** Raw HTML: to be sanitised; null where the mail has no HTML that can be split. */
  newHtml: string | null;
  quotedText: string;
  quotedHtml: string | null;
  signature: string;
  /** All lines of the body as a reader sees them, for `readForward`. */
  lines: string[];
};

function splitText(text: string): ReplySplit {
  const lines = separateLines((text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trimEnd());
  const kinds = classifyLines(lines.map(plainLine));
  const kept: Record<LineKind, string[]> = { new: [], quote: [], signature: [] };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const of = kept[kinds[at]!];
    // No kind begins with a blank line.
    if (of.length > 0 || line.trim() !== '') of.push(line);
  }
  const of = (kind: LineKind) => kept[kind].join('\n').trimEnd();
  return {
    lines,
    newText: of('new'),
    newHtml: null,
    quotedText: of('quote'),
    quotedHtml: null,
    signature: of('signature'),
  };
}

/** Splits the body of a mail; never throws, linear in its length (S11). */
export function splitReply(
  body: { text: string; html: string | null },
  limits: ReadLimits = defaultLimits,
): ReplySplit {
  const plain = splitText(body.text);
  if (body.html === null || body.html.length > limits.htmlBytes || isDeeperThan(body.html, limits.htmlDepth))
    return plain;
  const split = splitHtml(body.html);
  if (split.newText === '' && plain.newText !== '')
    return { ...plain, newHtml: body.html, lines: split.lines };
  return split;
}
