import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadMail } from './mail.ts';
import { parseMail, readDate } from './parse.ts';

function read(raw: string | Buffer): ReadMail {
  const { mail } = parseMail(typeof raw === 'string' ? Buffer.from(raw.replaceAll('\n', '\r\n')) : raw);
  if (!mail) throw new Error('a stub');
  return mail;
}

const ALTERNATIVE = `From: =?utf-8?Q?Andr=C3=A9_L?= <andre@example.fr>
To: "Support, Velo" <support@example.org>, b@example.org
Cc: Team: c@example.org, d@example.org;
Reply-To: andre.home@example.fr
Subject: =?utf-8?B?VsOpbG8=?= =?utf-8?B?IGNhc3PDqQ==?=
Date: Wed, 20 May 2026 10:00:00 +0200
Message-ID: <m1@example.fr>
In-Reply-To: <m0@example.org>
References: <a@example.org>
 <m0@example.org>
Delivered-To: support+token@example.org
Return-Path: <andre@example.fr>
Content-Type: multipart/mixed; boundary=mix

--mix
Content-Type: multipart/related; boundary=rel

--rel
Content-Type: multipart/alternative; boundary=alt

--alt
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Bonjour, la roue est cass=C3=A9e.
--alt
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<p>Bonjour, la roue est cass=E9e.<img src=3D"cid:roue"></p>
--alt--
--rel
Content-Type: image/png; name="roue.png"
Content-ID: <roue>
Content-Transfer-Encoding: base64

aGVsbG8=
--rel--
--mix
Content-Type: application/pdf
Content-Disposition: attachment; filename*=utf-8''facture%20%C3%A9t%C3%A9.pdf
Content-Transfer-Encoding: base64

aGVsbG8=
--mix--
`;

describe('parseMail', () => {
  it('LUM-04 reads people, ids, words and files of an ordinary mail', () => {
    const mail = read(ALTERNATIVE);
    expect(mail).toMatchObject({
      from: { name: 'André L', address: 'andre@example.fr' },
      effectiveSender: { address: 'andre.home@example.fr' },
      subject: 'Vélo cassé',
      date: '2026-05-20T08:00:00.000Z',
      messageId: '<m1@example.fr>',
      inReplyTo: '<m0@example.org>',
      references: ['<a@example.org>', '<m0@example.org>'],
      deliveredTo: ['support+token@example.org'],
      text: 'Bonjour, la roue est cassée.',
      newText: 'Bonjour, la roue est cassée.',
      mayAcknowledge: true,
      forwarded: null,
      notices: [],
    });
    expect(mail.to.map(one => one.address)).toEqual(['support@example.org', 'b@example.org']);
    expect(mail.cc.map(one => one.address)).toEqual(['c@example.org', 'd@example.org']);
    expect(mail.headers.returnPath).toBe('andre@example.fr');
    expect(mail.safeHtml).toBe('<p>Bonjour, la roue est cassée.<img src="cid:roue" /></p>');
    expect(mail.attachments.map(({ content, sha256, ...file }) => file)).toEqual([
      { name: 'roue.png', type: 'image/png', size: 5, contentId: 'roue', isInline: true },
      { name: 'facture été.pdf', type: 'application/pdf', size: 5, contentId: null, isInline: false },
    ]);
    expect(mail.attachments[0]?.sha256).toBe(
      '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    );
  });

  it('reads text whose charset label lies', () => {
    const head = 'From: a@example.org\r\nContent-Type: text/plain; charset=';
    const utf8 = Buffer.concat([Buffer.from(`${head}iso-8859-1\r\n\r\n`), Buffer.from('été à Nîmes')]);
    const latin = Buffer.concat([Buffer.from(`${head}utf-8\r\n\r\n`), Buffer.from('été à Nîmes', 'latin1')]);
    for (const raw of [utf8, latin]) {
      expect(read(raw).text).toBe('été à Nîmes');
      expect(read(raw).notices).toEqual(['charset-repaired']);
    }
  });

  it('reads a raw 8-bit subject', () => {
    const raw = Buffer.from('From: a@example.org\r\nSubject: Vélo cassé\r\n\r\nx', 'latin1');
    expect(read(raw).subject).toBe('Vélo cassé');
  });

  it('keeps a nested mail and a winmail.dat as files', () => {
    const mail = read(`From: a@example.org
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: message/rfc822

From: c@example.org
Subject: Inner

inner words
--b
Content-Type: application/ms-tnef; name=winmail.dat

x
--b--
`);
    expect(mail.attachments.map(file => [file.name, file.type])).toEqual([
      ['Inner.eml', 'message/rfc822'],
      ['winmail.dat', 'application/ms-tnef'],
    ]);
    expect(mail.text).not.toContain('inner words');
  });

  it('loses no words of a multipart that lacks its boundary, its end or its delimiters', () => {
    const head = 'From: a@example.org\nContent-Type: multipart/mixed';
    expect(read(`${head}\n\n--b\nContent-Type: text/plain\n\nwords\n--b--\n`).text).toContain('words');
    expect(read(`${head}; boundary=b\n\n--b\n\nwords`).text).toBe('words');
    expect(read(`${head}; boundary=b\n\nwords`).text).toBe('words');
  });

  it('reads a mail that ends its lines with CR alone', () => {
    expect(read(Buffer.from('From: a@example.org\rSubject: Hi\r\rwords')).subject).toBe('Hi');
  });

  it('never lets a file name leave its folder or turn around', () => {
    const mail = read(`From: a@example.org
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: application/x-a
Content-Disposition: attachment; filename="../../etc/pass\u202ewd"

x
--b--
`);
    expect(mail.attachments[0]?.name).toBe('passwd');
  });

  it('S10 never throws, and the same bytes give the same result, whatever a byte turns into', () => {
    const raw = Buffer.from(ALTERNATIVE);
    const change = fc.tuple(fc.nat(raw.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), changes => {
        const bytes = Buffer.from(raw);
        for (const [at, byte] of changes) bytes[at] = byte;
        const first = parseMail(bytes);
        expect(first.mail ?? first.stub).toBeTruthy();
        expect(parseMail(bytes)).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });
});

describe('readDate', () => {
  it.each([
    ['Wed, 20 May 2026 10:00:00 +0200', '2026-05-20T08:00:00.000Z'],
    ['Wed, 20 May 2026 10:00:00 +0200 (CEST)', '2026-05-20T08:00:00.000Z'],
    ['mer., 20 May 2026 10:00:00 +0200', '2026-05-20T08:00:00.000Z'],
    ['yesterday', null],
    ['', null],
  ])('reads %s', (value, expected) => {
    expect(readDate(value)).toBe(expected);
  });
});
