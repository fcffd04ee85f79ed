// The little markup in which the demo's texts are written. Each line is a paragraph; ` // ` breaks a line, `- ` and `1. `
// make lists, `> ` quotes, **bold** and [links](https://...) do what they do elsewhere, [image] is where the image stands.
import type { Language } from '../../contract/fields.ts';

type Kind = 'ul' | 'ol' | 'blockquote' | 'image' | 'p';
interface Block {
  kind: Kind;
  lines: string[];
}

const noBreak = '\u00a0';
const narrow = '\u202f';

/** Puts the signs and spaces of good printing into a text: in French U+00A0 and U+202F where they belong. */
export function typeset(language: Language, text: string): string {
  const curly = text.replace(/(?<=\p{L})'/gu, '’');
  if (language === 'en') return curly;
  return curly
    .replace(/ ([;!?])/g, `${narrow}$1`)
    .replace(/ :(?=\s|$)/gm, `${noBreak}:`)
    .replace(/« /g, `«${noBreak}`)
    .replace(/ »/g, `${noBreak}»`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, narrow)
    .replace(/(?<=\d h) (?=\d)/g, noBreak)
    .replace(/(?<=\d) (?=(?:h|€|%|km|m|mm|cm|kg|Nm|min|L)(?!\p{L}))/gu, noBreak);
}

/** The text as HTML; `imageHtml` stands where the image is. */
export function htmlOf(text: string, imageHtml = ''): string {
  return blocksOf(text)
    .map(({ kind, lines }) => {
      const inside = lines.map(line => inlineHtml(line.replaceAll(' // ', '\n')).replaceAll('\n', '<br>'));
      if (kind === 'image') return imageHtml && `<p>${imageHtml}</p>`;
      if (kind === 'ul' || kind === 'ol')
        return `<${kind}>${inside.map(item => `<li>${item}</li>`).join('')}</${kind}>`;
      if (kind === 'blockquote') return `<blockquote><p>${inside.join('<br>')}</p></blockquote>`;
      return `<p>${inside.join('')}</p>`;
    })
    .join('');
}

/** The text as a plain mail has it; the image is left out. */
export function plainOf(text: string): string {
  return blocksOf(text)
    .filter(({ kind }) => kind !== 'image')
    .map(({ kind, lines }) => {
      const plain = lines.map(line =>
        line
          .replaceAll(' // ', '\n')
          .replaceAll('**', '')
          .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)'),
      );
      const marked = plain.map((line, index) => `${markOf(kind, index)}${line}`);
      return marked.join('\n');
    })
    .join('\n\n');
}

function markOf(kind: Kind, index: number): string {
  if (kind === 'ul') return '- ';
  if (kind === 'ol') return `${index + 1}. `;
  return kind === 'blockquote' ? '> ' : '';
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const kind = kindOf(line);
    const words = kind === 'p' ? line : line.replace(/^(?:-|\d\.|>) /, '');
    const last = blocks.at(-1);
    if (last?.kind === kind && kind !== 'p') last.lines.push(words);
    else blocks.push({ kind, lines: [words] });
  }
  return blocks;
}

function kindOf(line: string): Kind {
  if (line === '[image]') return 'image';
  if (line.startsWith('- ')) return 'ul';
  if (line.startsWith('> ')) return 'blockquote';
  return /^\d\. /.test(line) ? 'ol' : 'p';
}

function inlineHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>');
}
