import { convert, type FormatCallback } from 'html-to-text';

/** Rich text as plain text, links kept, images left out. */
export function textOf(html: string): string {
  return convert(html, {
    wordwrap: false,
    formatters: { video },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a[data-youtube]', format: 'video' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3'].map(selector => ({ selector, options: { uppercase: false } })),
    ],
  }).trim();
}

/** The card of a video as two lines: its title and where to watch it. */
const video: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.addLineBreak();
  builder.addInline(String(element.attribs.href ?? ''), { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** The first words, for a list's row. */
export function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 180 ? `${line.slice(0, 179).trimEnd()}…` : line;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as rich text: a blank line parts paragraphs, other line breaks stay. */
export function htmlOfText(text: string): string {
  const safe = text.trim().replace(/[&<>]/g, sign => escapes[sign]!);
  return safe
    .split(/\n\s*\n/)
    .map(paragraph => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
