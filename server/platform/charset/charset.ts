// Bytes to text when the label is missing, unknown or a lie.

/** Names that mails use and the Encoding Standard does not list. */
const ALIASES: Record<string, string> = {
  'cp-850': 'windows-1252',
  cp850: 'windows-1252',
  utf8mb4: 'utf-8',
  'iso-8859-8-e': 'iso-8859-8',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  ks_c_5601: 'euc-kr',
  eucjp: 'euc-jp',
  eucgb2312_cn: 'gbk',
  'hz-gb-2312': 'gbk',
};

const SINGLE_BYTE_WESTERN = new Set(['windows-1252', 'iso-8859-15']);

function decoderFor(label: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: false });
  } catch {
    return null;
  }
}

function normalLabel(label: string): string {
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/[*\s].*$/, '');
  return (
    ALIASES[plain] ??
    (/^x-(?!mac|user)/.test(plain) ? plain.slice(2) : plain).replace(/^windows(\d)/, 'windows-$1')
  );
}

/** True when the bytes are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! > 0x7f) return false;
  return true;
}

/** UTF-7 (RFC 2152): `+<base64 of UTF-16BE>-` runs in ASCII. */
function decodeUtf7(bytes: Uint8Array): string {
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return ascii.replace(/\+([A-Za-z0-9+/]*)-?/g, (_run, base64: string) => {
    if (base64 === '') return '+';
    const utf16 = Buffer.from(base64, 'base64');
    const even = utf16.subarray(0, utf16.length - (utf16.length % 2));
    return new TextDecoder('utf-16be').decode(even);
  });
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Mostly UTF-8 with a few broken bytes (cut in the middle, say) reads better as UTF-8 than as windows-1252. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let wide = 0;
  for (const char of text) {
    if (char === '\ufffd') broken++;
    else if (char > '\u007f') wide++;
  }
  return wide > broken * 4;
}

function guess(bytes: Uint8Array): string {
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return 'utf-8';
  return 'windows-1252';
}

/**
 * Decodes text. Takes the bytes and the label of the Content-Type (null when absent); gives the text and
 * whether the label had to be overruled. Never throws.
 */
export function decodeText(bytes: Uint8Array, label: string | null): { text: string; repaired: boolean } {
  const mark = byteOrderMark(bytes);
  if (mark) return { text: new TextDecoder(mark).decode(bytes), repaired: false };
  const wanted = label ? normalLabel(label) : '';
  if (/^(?:unicode-1-1-)?utf-?7(?:-imap)?$/.test(wanted)) return { text: decodeUtf7(bytes), repaired: false };
  if (/^utf-?(?:16|32)/.test(wanted) && isAscii(bytes)) return { text: decodeLatin(bytes), repaired: true };
  if (isAscii(bytes)) {
    // ISO-2022 and HZ hide other scripts in ASCII.
    const shifted = /^iso-2022|^hz/.test(wanted) ? wanted : bytes.includes(0x1b) ? 'iso-2022-jp' : null;
    if (!shifted) return { text: decodeLatin(bytes), repaired: false };
    return { text: (decoderFor(shifted, false) ?? new TextDecoder()).decode(bytes), repaired: wanted === '' };
  }
  const known = wanted ? decoderFor(wanted, true) : null;
  if (!known) return { text: new TextDecoder(guess(bytes)).decode(bytes), repaired: wanted !== '' };
  if (SINGLE_BYTE_WESTERN.has(known.encoding) && isUtf8(bytes))
    return { text: new TextDecoder('utf-8').decode(bytes), repaired: true };
  try {
    return { text: known.decode(bytes), repaired: false };
  } catch {
    const fallback = known.encoding === 'utf-8' ? guess(bytes) : isUtf8(bytes) ? 'utf-8' : known.encoding;
    return { text: new TextDecoder(fallback).decode(bytes), repaired: true };
  }
}

function decodeLatin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
