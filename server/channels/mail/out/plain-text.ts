import { convert } from 'html-to-text';

/** Joins the parts of a text mail that are there, with an empty line between. */
export function plainText(parts: readonly (string | false | null | undefined)[]): string {
  const there = parts.filter(part => typeof part === 'string' && part.trim() !== '') as string[];
  return `${there.map(part => part.trimEnd()).join('\n\n')}\n`;
}

/** Rich text as plain text, without images. */
export function textOfHtml(html: string): string {
  return convert(html, { wordwrap: false, selectors: [{ selector: 'img', format: 'skip' }] }).trim();
}
