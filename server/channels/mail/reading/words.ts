// Encoded words in headers (RFC 2047), read as leniently as mail programs do.
import { decodeText } from '../../../platform/charset/index.ts';
import { decodeBase64, decodeQuotedPrintable } from './transfer.ts';

type Word = { charset: string; bytes: Buffer; encoding: string };

const WORD = /=\?([^?\s]{1,60})\?([bqBQ])\?([^?]*)\?=/g;

function readWord(charset: string, encoding: string, body: string): Word {
  const name = charset.split('*')[0]!.toLowerCase();
  const isBase64 = encoding.toLowerCase() === 'b';
  const bytes = isBase64
    ? decodeBase64(Buffer.from(body, 'latin1'))
    : decodeQuotedPrintable(Buffer.from(body.replace(/_/g, ' '), 'utf8'), true);
  return { charset: name, bytes, encoding: encoding.toLowerCase() };
}

function renderWords(words: Word[]): string {
  let text = '';
  for (let i = 0; i < words.length; ) {
    const first = words[i]!;
    let end = i + 1;
    // A character may be cut between two words of one charset: their bytes belong together.
    while (end < words.length && words[end]!.charset === first.charset) end++;
    const run = words.slice(i, end);
    const joined = decodeText(Buffer.concat(run.map(word => word.bytes)), first.charset);
    text += joined.text.includes('\ufffd')
      ? run.map(word => decodeText(word.bytes, first.charset).text).join('')
      : joined.text;
    i = end;
  }
  return text;
}

/** Decodes the encoded words of a header value; blanks between two words vanish (RFC 2047, 6.2). Linear. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let text = '';
  let at = 0;
  let run: Word[] = [];
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(at, match.index);
    if (run.length > 0 && between.trim() !== '') {
      text += renderWords(run);
      run = [];
    }
    if (run.length === 0) text += between;
    run.push(readWord(match[1]!, match[2]!, match[3]!));
    at = match.index + match[0].length;
  }
  return text + renderWords(run) + value.slice(at);
}
