export interface TextPart {
  text: string;
  /** Where the part leads; absent for plain words. */
  href?: string;
}

// One bounded class repeated, no nested repetition: linear however long the mail (S11).
const candidate = /(?:https?:\/\/|www\.)[^\s<>"'`]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/gi;
const closers: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/**
 * Splits plain text into words and safe links (http, https, mailto only), to be rendered as elements, never as HTML.
 * Punctuation that ends a sentence stays outside the link.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const found = withoutTrailingPunctuation(match[0]);
    const href = hrefOf(found);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: found, href });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function withoutTrailingPunctuation(found: string): string {
  let end = found.length;
  while (end > 0) {
    const last = found[end - 1] as string;
    const opener = closers[last];
    const isUnbalanced = opener !== undefined && count(found, last, end) > count(found, opener, end);
    if (!isUnbalanced && !'.,;:!?*_~…»’'.includes(last)) break;
    end--;
  }
  return found.slice(0, end);
}

function count(text: string, character: string, end: number): number {
  let found = 0;
  for (let i = 0; i < end; i++) if (text[i] === character) found++;
  return found;
}

function hrefOf(found: string): string | undefined {
  const address = /^https?:\/\//i.test(found)
    ? found
    : /^www\./i.test(found)
      ? `https://${found}`
      : `mailto:${found}`;
  return URL.canParse(address) ? address : undefined;
}
