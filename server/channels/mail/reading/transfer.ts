// Content-Transfer-Encoding (RFC 2045) on bytes, lenient about damage. Every function is linear and never throws.

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

/** Decodes quoted-printable; what is no valid escape stays as written. `inWord`: an encoded word, without line ends. */
export function decodeQuotedPrintable(bytes: Buffer, inWord = false): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const high = hex(bytes[i + 1]);
    const low = hex(bytes[i + 2]);
    if (high >= 0 && low >= 0) {
      out[length++] = (high << 4) | low;
      i += 2;
      continue;
    }
    let end = i + 1;
    while (isBlank(bytes[end])) end++;
    if (bytes[end] === CR && bytes[end + 1] === LF) i = end + 1;
    else if (bytes[end] === LF || bytes[end] === CR) i = end;
    else if (end >= bytes.length && !inWord) i = end;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

const BASE64_ONLY = /^[A-Za-z0-9+/=\s]*$/;

/** Decodes base64; padding in the middle (joined pieces) does not end it, foreign characters are skipped. */
export function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const padding = text.indexOf('=');
  const isWhole = padding < 0 || /^=*\s*$/.test(text.slice(padding, padding + 100));
  if (isWhole && (text.length > 4096 || BASE64_ONLY.test(text))) return Buffer.from(text, 'base64');
  const pieces = text.replace(/[^A-Za-z0-9+/=]+/g, '').split(/=+/);
  return Buffer.concat(pieces.map(piece => Buffer.from(piece, 'base64')));
}

const UU_BEGIN = /^begin(?:-base64)? [0-7]{3,4} (.+?)\s*$/;

function decodeUuLine(line: string): Buffer {
  const size = (line.charCodeAt(0) - 32) & 63;
  const out = Buffer.alloc(Math.ceil(size / 3) * 3);
  for (let i = 1, o = 0; o < size; i += 4, o += 3) {
    const bits = [0, 1, 2, 3].reduce(
      (sum, k) => (sum << 6) | (((line.charCodeAt(i + k) || 32) - 32) & 63),
      0,
    );
    out.writeUIntBE(bits & 0xffffff, o, 3);
  }
  return out.subarray(0, size);
}

/** Decodes a uuencoded part; text around it and broken lines are skipped. Gives null where nothing begins. */
export function decodeUu(bytes: Buffer): { name: string; content: Buffer } | null {
  const lines = bytes.toString('latin1').split('\n');
  const start = lines.findIndex(line => UU_BEGIN.test(line));
  if (start < 0) return null;
  const content: Buffer[] = [];
  for (const line of lines.slice(start + 1)) {
    const plain = line.replace(/\r$/, '');
    if (plain === 'end' || plain === '`' || plain === '') break;
    content.push(decodeUuLine(plain));
  }
  return { name: UU_BEGIN.exec(lines[start]!)?.[1] ?? '', content: Buffer.concat(content) };
}

/** Decodes a body by its declared encoding (lower case); an unknown one is taken as plain. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding.includes('base64')) return decodeBase64(bytes);
  if (encoding.includes('quoted')) return decodeQuotedPrintable(bytes);
  if (/^(?:x-)?uu(?:encode|e)?$/.test(encoding)) return decodeUu(bytes)?.content ?? bytes;
  return bytes;
}
