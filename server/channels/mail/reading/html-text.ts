// HTML of a mail as plain text that reads like what the eye saw.
import { compile } from 'html-to-text';
import { isDeeperThan } from './html-depth.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';

const BLOCK = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

const convert = compile({
  wordwrap: false,
  preserveNewlines: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'title', format: 'skip' },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'blockquote', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({
      selector,
      options: { leadingLineBreaks: 2, trailingLineBreaks: 2, uppercase: false },
    })),
    { selector: 'tr', format: 'block', options: BLOCK },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'table', format: 'block', options: BLOCK },
  ],
  limits: { maxDepth: 2000, maxInputLength: 4 * 1024 * 1024 },
});

/** Text between tags, for HTML that is too deep or too long for a tree: crude but linear. */
function stripTags(html: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    out.push(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const close = html.indexOf('>', open);
    at = close < 0 ? html.length : close + 1;
  }
  return out.join(' ');
}

/** Gives the readable text of HTML of any shape; never throws, linear in its length (S10, S11). */
export function htmlToText(html: string, limits: ReadLimits = defaultLimits): string {
  if (html.trim() === '') return '';
  if (html.length > limits.htmlBytes || isDeeperThan(html, limits.htmlDepth))
    return stripTags(html).slice(0, limits.htmlBytes);
  return convert(html).replaceAll('\u00a0', ' ');
}
