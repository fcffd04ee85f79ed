import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../platform/charset/index.ts';
import { readAddresses, readMessageIds, readReturnPath } from './addresses.ts';
import { readStructured } from './structured.ts';
import { decodeBase64, decodeQuotedPrintable, decodeUu } from './transfer.ts';
import { decodeWords } from './words.ts';

describe('decodeWords', () => {
  it.each([
    ['=?utf-8?Q?caf=C3=A9_noir?=', 'café noir'],
    ['=?iso-8859-1?q?caf=E9?= =?iso-8859-1?q?s?=', 'cafés'],
    ['=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=', 'é'],
    ['a =?utf-8?Q?b?= c', 'a b c'],
    ['=?unknown-8bit?Q?x=C3=A9?=', 'xé'],
    ['=?utf-8?Q?never closed', '=?utf-8?Q?never closed'],
  ])('%s', (value, expected) => {
    expect(decodeWords(value)).toBe(expected);
  });
});

describe('decodeText', () => {
  it.each([
    ['utf-7', 'J+APw-rgen', 'Jürgen'],
    ['iso-2022-jp', '\x1b$B$3$s\x1b(B', 'こん'],
    [null, 'plain', 'plain'],
  ])('%s', (label, ascii, expected) => {
    expect(decodeText(Buffer.from(ascii, 'latin1'), label).text).toBe(expected);
  });
});

describe('transfer encodings', () => {
  it('reads quoted-printable, and leaves what is none', () => {
    expect(decodeQuotedPrintable(Buffer.from('a=3D=\r\nb =zz 100=')).toString()).toBe('a=b =zz 100');
  });

  it('reads base64 in pieces and with foreign characters', () => {
    expect(decodeBase64(Buffer.from('aGVs\r\nbG8=')).toString()).toBe('hello');
    expect(decodeBase64(Buffer.from('aGU=bGxv')).toString()).toBe('hello');
    expect(decodeBase64(Buffer.from('aG*Vs!bG8')).toString()).toBe('hello');
  });

  it('reads uuencoded files', () => {
    expect(decodeUu(Buffer.from('x\nbegin 644 a.txt\n%:&5L;&\\\n`\nend\n'))).toEqual({
      name: 'a.txt',
      content: Buffer.from('hello'),
    });
  });
});

describe('readStructured', () => {
  it.each([
    ['text/plain; charset="UTF-8"; format=flowed', 'text/plain', { charset: 'UTF-8', format: 'flowed' }],
    ['multipart/mixed boundary="a b"', 'multipart/mixed', { boundary: 'a b' }],
    ['text/html (comment); charset=utf-8', 'text/html', { charset: 'utf-8' }],
    ['attachment; filename*0*=utf-8\'\'%C3%A9; filename*1=".txt"', 'attachment', { filename: 'é.txt' }],
    ['attachment; filename="=?utf-8?Q?=C3=A9.txt?="', 'attachment', { filename: 'é.txt' }],
  ])('%s', (value, type, params) => {
    const read = readStructured(value);
    expect([read.value, { ...read.params }]).toEqual([type, params]);
  });
});

describe('addresses', () => {
  it.each([
    ['Anna <anna@example.org>', [{ name: 'Anna', address: 'anna@example.org' }]],
    ['"L, Anna" <anna@example.org>', [{ name: 'L, Anna', address: 'anna@example.org' }]],
    ['anna@example.org (Anna)', [{ name: 'Anna', address: 'anna@example.org' }]],
    ['undisclosed-recipients:;', []],
  ])('%s', (value, expected) => {
    expect(readAddresses(value)).toEqual(expected);
  });

  it('S10 a header of 10 KB of colons costs nothing', () => {
    const start = process.cpuUsage();
    readAddresses('a:'.repeat(5000));
    expect(process.cpuUsage(start).user).toBeLessThan(200_000);
  });

  it('S9 tells the null path from an absent one', () => {
    expect([readReturnPath('<>'), readReturnPath(null), readReturnPath('<a@b.c>')]).toEqual([
      '',
      null,
      'a@b.c',
    ]);
  });

  it('reads message ids, bracketed or bare', () => {
    expect(readMessageIds('<a@b> <c@d>\t<a@b>')).toEqual(['<a@b>', '<c@d>']);
    expect(readMessageIds('a@b')).toEqual(['<a@b>']);
  });
});
