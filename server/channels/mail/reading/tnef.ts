// What Outlook packs into winmail.dat: files and sometimes the HTML (MS-OXTNEF). Reads, never executes, never throws.
import { decodeText } from '../../../platform/charset/index.ts';

export type TnefFile = { name: string; type: string; contentId: string | null; content: Buffer };
export type Tnef = { files: TnefFile[]; html: { content: Buffer; charset: string } | null };

/** Attributes of the stream (MS-OXTNEF 2.1.3.2). */
const ATTRIBUTE = {
  codepage: 0x00069007,
  messageProperties: 0x00069003,
  fileBegins: 0x00069002,
  fileContent: 0x0006800f,
  fileTitle: 0x00018010,
  fileProperties: 0x00069005,
} as const;

/** MAPI properties by their ids (MS-OXPROPS). */
const PROPERTY = {
  html: 0x1013,
  content: 0x3701,
  longName: 0x3707,
  mimeType: 0x370e,
  contentId: 0x3712,
} as const;

const SIGNATURE = 0x223e9f78;
const TYPE = { object: 0x000d, text: 0x001e, wideText: 0x001f, binary: 0x0102, many: 0x1000 } as const;
/** Sizes of a value in bytes, padding included, by property type; other types have lengths of their own. */
const FIXED: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

class Cursor {
  private at = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** @throws RangeError past the end */
  take(length: number): Buffer {
    if (length > this.bytes.length - this.at) throw new RangeError('cut short');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  uint16 = () => this.take(2).readUInt16LE();
  uint32 = () => this.take(4).readUInt32LE();

  padTo4(length: number): void {
    const rest = (4 - (length % 4)) % 4;
    this.at = Math.min(this.at + rest, this.bytes.length);
  }
}

type Value = { type: number; bytes: Buffer };

/** The properties that this reader asks for, by id. Stops at what it cannot step over. */
function readProperties(bytes: Buffer): Map<number, Value> {
  const found = new Map<number, Value>();
  const cursor = new Cursor(bytes);
  try {
    const count = cursor.uint32();
    for (let i = 0; i < count && !cursor.isAtEnd; i++) {
      const type = cursor.uint16();
      const id = cursor.uint16();
      if (id >= 0x8000) skipName(cursor);
      const isMany = (type & TYPE.many) !== 0;
      const plain = type & ~TYPE.many;
      const hasLength = [TYPE.object, TYPE.text, TYPE.wideText, TYPE.binary].includes(plain as never);
      const values = isMany || hasLength ? cursor.uint32() : 1;
      for (let n = 0; n < values; n++) {
        const length = hasLength ? cursor.uint32() : FIXED[plain];
        if (length === undefined) return found;
        const value = cursor.take(length);
        cursor.padTo4(length);
        if (!found.has(id)) found.set(id, { type: plain, bytes: value });
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/** A named property tells its name before its value: 16 bytes of a set, then a number or a text. */
function skipName(cursor: Cursor): void {
  cursor.take(16);
  const isNumber = cursor.uint32() === 0;
  const length = cursor.uint32();
  if (isNumber) return;
  cursor.take(length);
  cursor.padTo4(length);
}

function textOf(value: Value | undefined, charset: string): string {
  if (!value) return '';
  const text =
    value.type === TYPE.wideText ? value.bytes.toString('utf16le') : decodeText(value.bytes, charset).text;
  return text.replace(/\0.*$/s, '');
}

type OpenFile = { title: string; content: Buffer | null; properties: Map<number, Value> };

function fileOf({ title, content, properties }: OpenFile, charset: string): TnefFile | null {
  const inside = properties.get(PROPERTY.content);
  // An object's bytes start with the 16 of its interface.
  const bytes = content ?? (inside?.type === TYPE.object ? inside.bytes.subarray(16) : inside?.bytes);
  if (!bytes) return null;
  const type = textOf(properties.get(PROPERTY.mimeType), charset).toLowerCase();
  return {
    name: textOf(properties.get(PROPERTY.longName), charset) || title,
    type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream',
    contentId: textOf(properties.get(PROPERTY.contentId), charset).replace(/^<|>$/g, '') || null,
    content: bytes,
  };
}

/** Opens a winmail.dat as far as it can be read; null where the bytes are none. */
export function readTnef(bytes: Buffer): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE() !== SIGNATURE) return null;
  const cursor = new Cursor(bytes.subarray(6));
  let charset = 'windows-1252';
  const files: OpenFile[] = [];
  let message = new Map<number, Value>();
  try {
    while (!cursor.isAtEnd) {
      cursor.take(1);
      const id = cursor.uint32();
      const content = cursor.take(cursor.uint32());
      cursor.take(2);
      if (id === ATTRIBUTE.codepage && content.length >= 4) charset = `windows-${content.readUInt32LE()}`;
      else if (id === ATTRIBUTE.messageProperties) message = readProperties(content);
      else if (id === ATTRIBUTE.fileBegins) files.push({ title: '', content: null, properties: new Map() });
      const file = files.at(-1);
      if (!file) continue;
      if (id === ATTRIBUTE.fileContent) file.content = content;
      else if (id === ATTRIBUTE.fileTitle) file.title = textOf({ type: TYPE.text, bytes: content }, charset);
      else if (id === ATTRIBUTE.fileProperties) file.properties = readProperties(content);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const html = message.get(PROPERTY.html)?.bytes;
  return {
    files: files.flatMap(file => fileOf(file, charset) ?? []),
    html: html ? { content: html, charset } : null,
  };
}
