import { convert } from 'html-to-text';

/** Rich text as plain text, links kept, images left out. */
export function textOf(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3'].map(selector => ({ selector, options: { uppercase: false } })),
    ],
  }).trim();
}

/** The first words, for a list's row. */
export function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 180 ? `${line.slice(0, 179).trimEnd()}…` : line;
}
