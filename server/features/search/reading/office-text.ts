import { Parser } from 'htmlparser2';
import { unpack } from './archive.ts';
import { type FileLimits, Unreadable } from './limits.ts';

interface Format {
  isWanted: (name: string) => boolean;
  /** The elements whose text counts; all of it where there are none. */
  text: ReadonlySet<string> | null;
  /** Elements after which a new line begins, and those that stand for a blank. */
  lines: ReadonlySet<string>;
  blanks: ReadonlySet<string>;
}

const formats: Record<'docx' | 'odt', Format> = {
  docx: {
    isWanted: name => /^word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/.test(name),
    text: new Set(['w:t']),
    lines: new Set(['w:p', 'w:br', 'w:tr']),
    blanks: new Set(['w:tab', 'w:tc']),
  },
  odt: {
    isWanted: name => name === 'content.xml',
    text: null,
    lines: new Set(['text:p', 'text:h', 'text:line-break', 'table:table-row']),
    blanks: new Set(['text:s', 'text:tab', 'table:table-cell']),
  },
};

/** The text of a DOCX or ODT. @throws Unreadable */
export function officeText(bytes: Uint8Array, kind: 'docx' | 'odt', limits: FileLimits): string {
  const format = formats[kind];
  // The old form of an encrypted document is no archive but a compound file.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable('encrypted');
  const parts = unpack(bytes, format.isWanted, limits);
  if (parts.length === 0) throw new Unreadable('broken');
  parts.sort((a, b) => Number(/document|content/.test(b.name)) - Number(/document|content/.test(a.name)));
  return parts.map(part => xmlText(part.content, format, limits.characters)).join('\n');
}

/** Reads the XML piece by piece, as no tree of it is needed: entities are not expanded, depth costs nothing. */
function xmlText(content: Uint8Array, format: Format, most: number): string {
  const said: string[] = [];
  let length = 0;
  let inText = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (format.text?.has(name)) inText++;
      },
      ontext(text) {
        if (format.text !== null && inText === 0) return;
        said.push(text);
        length += text.length;
      },
      onclosetag(name) {
        if (format.text?.has(name)) inText--;
        if (format.lines.has(name)) said.push('\n');
        else if (format.blanks.has(name)) said.push(' ');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const text = new TextDecoder().decode(content);
  const step = 64 * 1024;
  for (let at = 0; at < text.length && length < most; at += step) parser.write(text.slice(at, at + step));
  parser.end();
  return said.join('');
}
