import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readArchive, UnknownArchive } from './archive.ts';
import { TooDense, weigh } from './density.ts';

const limit = 1_000;

/** Reads an archive that comes in pieces of a few bytes, so that every boundary falls everywhere. */
async function read(bytes: Buffer | string, piece = 7) {
  const all = Buffer.from(bytes);
  async function* pieces() {
    for (let at = 0; at < all.length; at += piece) yield all.subarray(at, at + piece);
  }
  const mails = [];
  for await (const mail of readArchive(pieces(), limit)) mails.push(mail);
  return mails.map(({ raw, reason, head, name, at }) => ({
    text: raw?.toString() ?? null,
    reason,
    head: head.toString().slice(0, 20),
    name,
    at: at?.toISOString() ?? null,
  }));
}

const two = [
  'From anne@client.example Mon Mar  2 10:15:00 2020',
  'Subject: One',
  '',
  'Hello,',
  '>From here on it creaks.',
  '>>From there too.',
  '',
  'From what I hear, it is broken.',
  '',
  '',
  'From - Tue Mar  3 08:00:00 2020',
  'Subject: Two',
  '',
  'Bye',
  '',
].join('\n');

describe('issue 4 point 10: reading an archive of mail', () => {
  it('an mbox: mails begin at a line with a time; what only looks like one stays text', async () => {
    const mails = await read(two);
    expect(mails.map(mail => mail.text)).toEqual([
      'Subject: One\n\nHello,\nFrom here on it creaks.\n>From there too.\n\nFrom what I hear, it is broken.\n\n',
      'Subject: Two\n\nBye\n',
    ]);
    expect(new Date(mails[0]!.at!).getFullYear()).toBe(2020);
  });

  it('line ends of Windows, and the same packed with gzip', async () => {
    const crlf = two.replaceAll('\n', '\r\n');
    const plain = await read(crlf);
    expect(plain).toHaveLength(2);
    expect(plain[0]!.text).toContain('creaks.\r\n');
    expect(await read(gzipSync(crlf))).toEqual(plain);
  });

  it('a zip of a Maildir: mails below cur and new, with the time of their name; other files are told', async () => {
    const zip = zipSync({
      'Maildir/cur/1583143000.M1P1.host:2,S': Buffer.from('Subject: One\n\nHello'),
      'Maildir/new/1583143001.M1P1.host': Buffer.from('Subject: Two\n\nBye'),
      'Maildir/dovecot.index': Buffer.from('xx'),
      'loose.eml': Buffer.from('Subject: Three\n\nHo'),
    });
    for (const piece of [3, 100_000]) {
      const mails = await read(Buffer.from(zip), piece);
      expect(mails.map(mail => [mail.text, mail.reason, mail.at])).toEqual([
        ['Subject: One\n\nHello', null, '2020-03-02T09:56:40.000Z'],
        ['Subject: Two\n\nBye', null, '2020-03-02T09:56:41.000Z'],
        [null, 'no-mail', null],
        ['Subject: Three\n\nHo', null, null],
      ]);
    }
  });

  it('D-07 a mail above the limit is told, and the one behind it is read', async () => {
    const large = `From a@b Mon Mar  2 10:15:00 2020\nSubject: Large\n\n${'x\n'.repeat(limit)}\nFrom a@b Mon Mar  2 10:15:00 2020\nSubject: Small\n\nHi\n`;
    expect(await read(large, 100)).toMatchObject([
      { text: null, reason: 'too-large', head: expect.stringContaining('Subject: Large') },
      { text: 'Subject: Small\n\nHi\n' },
    ]);
  });

  it('anything else is no archive; one that is cut is told as damaged after what could be read', async () => {
    await expect(read('Dear Sir or Madam,\n')).rejects.toThrow(UnknownArchive);
    await expect(read('')).rejects.toThrow(UnknownArchive);
    await expect(read(gzipSync(two).subarray(0, 120), 1_000)).rejects.toThrow();
    async function* broken() {
      yield gzipSync(two);
      throw new Error('the disk is gone');
    }
    const reading = (async () => {
      for await (const _ of readArchive(broken(), limit));
    })();
    await expect(reading).rejects.toThrow();
  });

  it('S10 what unpacks to far more than it weighs is not read on', () => {
    const weight = weigh(1_000);
    weight.packed(100);
    weight.unpacked(4_900);
    expect(() => weight.unpacked(200)).toThrow(TooDense);
  });

  it('a stream of the storage is read as it is', async () => {
    const mails = [];
    for await (const mail of readArchive(Readable.from([Buffer.from(two)]), limit)) mails.push(mail);
    expect(mails).toHaveLength(2);
  });
});
