import { describe, expect, it } from 'vitest';
import { decodeText, kindOf, previewOf } from './file-kinds.ts';

describe('kinds of files', () => {
  it.each([
    ['a.png', 'image/png', 'image', 'image'],
    // A picture that may hold scripts is downloaded only (S14).
    ['a.svg', 'image/svg+xml', 'image', null],
    ['a.pdf', 'application/pdf', 'pdf', 'pdf'],
    ['A.PDF', 'application/octet-stream', 'pdf', 'pdf'],
    ['a.csv', 'text/csv', 'text', 'text'],
    ['a.html', 'text/html', 'text', 'text'],
    ['a.csv', 'application/octet-stream', 'text', 'text'],
    ['a.docx', 'application/msword', 'other', null],
    ['a.exe', 'application/octet-stream', 'other', null],
  ])('S14 %s as %s is %s, shown as %s', (name, type, kind, preview) => {
    expect(kindOf({ name, type })).toBe(kind);
    expect(previewOf({ name, type, size: 10 })).toBe(preview);
  });

  it('a very large PDF is not read into the page', () => {
    expect(previewOf({ name: 'a.pdf', type: 'application/pdf', size: 60 * 1024 * 1024 })).toBeNull();
  });
});

describe('texts', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  it.each([
    ['UTF-8', bytes(0xc3, 0xa9), false, 'é'],
    ['UTF-8, cut within a letter', bytes(0x61, 0xc3), true, 'a'],
    ['Windows', bytes(0xe9), false, 'é'],
    ['UTF-16', bytes(0xff, 0xfe, 0xe9, 0x00), false, 'é'],
  ])('are read as %s', (_name, given, isCut, expected) => {
    expect(decodeText(given, isCut)).toBe(expected);
  });
});
