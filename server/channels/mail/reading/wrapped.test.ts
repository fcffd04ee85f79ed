import { describe, expect, it } from 'vitest';
import type { ReadMail } from './mail.ts';
import { parseMail } from './parse.ts';

function read(raw: string): ReadMail {
  const { mail } = parseMail(Buffer.from(raw.replaceAll('\n', '\r\n'), 'latin1'));
  if (!mail) throw new Error('a stub');
  return mail;
}

const names = (mail: ReadMail) => mail.attachments.map(one => one.name);

/** A number as that many bytes, the lowest first. */
function little(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}

function attribute(id: number, content: Buffer): Buffer {
  return Buffer.concat([little(1, 1), little(id, 4), little(content.length, 4), content, little(0, 2)]);
}

/** Properties of MAPI: [type, id, bytes], each with its length before it. */
function properties(...list: [number, number, Buffer][]): Buffer {
  const rows = list.map(([type, id, bytes]) =>
    Buffer.concat([
      ...[little(type, 2), little(id, 2), little(1, 4), little(bytes.length, 4), bytes],
      Buffer.alloc((4 - (bytes.length % 4)) % 4),
    ]),
  );
  return Buffer.concat([little(list.length, 4), ...rows]);
}

const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

const winmail = Buffer.concat([
  little(0x223e9f78, 4),
  little(1, 2),
  attribute(0x00069007, little(1252, 8 - 2)),
  attribute(
    0x00069003,
    properties([0x0102, 0x1013, Buffer.from('<p>Voil\u00e0 la <b>cl\u00e9</b>.</p>', 'latin1')]),
  ),
  attribute(0x00069002, Buffer.alloc(14)),
  attribute(0x00018010, Buffer.from('FACTUR~1.PDF\0', 'latin1')),
  attribute(0x0006800f, Buffer.from('%PDF-1.4')),
  attribute(
    0x00069005,
    properties(
      [0x001f, 0x3707, wide('facture \u00e9t\u00e9.pdf')],
      [0x001e, 0x370e, Buffer.from('application/pdf\0')],
    ),
  ),
]);

function withTnef(bytes: Buffer, text: string): string {
  return `From: Ann <ann@example.org>
Subject: The key
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

${text}
--b
Content-Type: application/ms-tnef; name=winmail.dat
Content-Transfer-Encoding: base64

${bytes.toString('base64')}
--b--
`;
}

describe('LUM-04 winmail.dat', () => {
  it('is opened: its files stand in its place, by their long names', () => {
    const mail = read(withTnef(winmail, 'Here is the bill.'));
    expect(mail.attachments.map(one => [one.name, one.type, Buffer.from(one.content).toString()])).toEqual([
      ['facture \u00e9t\u00e9.pdf', 'application/pdf', '%PDF-1.4'],
    ]);
    expect(mail.text.trim()).toBe('Here is the bill.');
  });

  it('gives its words only where the mail has none outside of it', () => {
    const mail = read(withTnef(winmail, ''));
    expect(mail.text.trim()).toBe('Voil\u00e0 la cl\u00e9.');
  });

  it('stays a file where it cannot be read, and gives what came before the cut', () => {
    expect(names(read(withTnef(Buffer.from('no such thing'), 'Hello')))).toEqual(['winmail.dat']);
    expect(names(read(withTnef(winmail.subarray(0, -60), 'Hello')))).toEqual(['FACTUR~1.PDF']);
    for (let length = 0; length < winmail.length; length++)
      read(withTnef(winmail.subarray(0, length), 'Hello'));
  });
});

/** Made with openssl: a mail with a text and a file, signed opaquely (BER with indefinite lengths), and encrypted. */
const signed = `MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgASB30NvbnRlbnQtVHlwZTogbXVs
dGlwYXJ0L21peGVkOyBib3VuZGFyeT1pbg0KDQotLWluDQpDb250ZW50LVR5cGU6IHRleHQvcGxhaW47IGNoYXJzZXQ9dXRm
LTgNCg0KVGhlIGJlbGwgaXMgYnJva2VuLg0KLS1pbg0KQ29udGVudC1UeXBlOiBhcHBsaWNhdGlvbi9wZGY7IG5hbWU9Ymls
bC5wZGYNCkNvbnRlbnQtVHJhbnNmZXItRW5jb2Rpbmc6IGJhc2U2NA0KDQphR1ZzYkc4PQ0KLS1pbi0tDQoAAAAAAAAxggF5
MIIBdQIBATAnMA8xDTALBgNVBAMMBEFubmECFC7XtsHQZKVqVk53/iR72aT6HQV7MAsGCWCGSAFlAwQCAaCB5DAYBgkqhkiG
9w0BCQMxCwYJKoZIhvcNAQcBMBwGCSqGSIb3DQEJBTEPFw0yNjExMjcwNjIzMTRaMC8GCSqGSIb3DQEJBDEiBCBT2FxapCz/
gzKnLk3TKfjtEAI0+Xm0FabCuTfSISoEOTB5BgkqhkiG9w0BCQ8xbDBqMAsGCWCGSAFlAwQBKjALBglghkgBZQMEARYwCwYJ
YIZIAWUDBAECMAoGCCqGSIb3DQMHMA4GCCqGSIb3DQMCAgIAgDANBggqhkiG9w0DAgIBQDAHBgUrDgMCBzANBggqhkiG9w0D
AgIBKDAKBggqhkjOPQQDAgRHMEUCIQCVRYFWobAxMf/Dn3wmV07U5QJgPIvx8NQrJMWqg89ftgIgeUk0zlI/LLieMNaCu82f
rvz3ieosG+FadWQBQTmqWdwAAAAAAAA=`;
const encrypted = `MIIB7wYJKoZIhvcNAQcDoIIB4DCCAdwCAQIxgc6hgcsCAQOgUaFPMAkGByqGSM49AgEDQgAEma1wgAVNb4BpPugW4lkb/SqH
BZWDlXQo1HJ6FnogtJJq+vwW+ChHdpoQi0tXQrxrRdW9Sa9VACG4nbTmxTAXjTAcBgkrgQUQhkg/AAIwDwYLKoZIhvcNAQkQ
AwYFADBVMFMwJzAPMQ0wCwYDVQQDDARBbm5hAhQu17bB0GSlalZOd/4ke9mk+h0FewQo2WoEA/+mIl4EtInAwTGOojKzSXhS
CdS49M8oJ8/oEsDjNTidq30NHzCCAQQGCSqGSIb3DQEHATAUBggqhkiG9w0DBwQIM98mEIAH3w6AgeAJZfxHCPCemY/Wta0d
4zL6bpuV56R1SsJOWKsh+CK45PL2s40tDLrh3ea9kLC3q0tBxX/51Tm92y/nnuLNvcA/Bbf+4S3KupK1jWWj9gyRZBnznoTW
eF50EYvOmgBzj80BxqBM8RLCMMEGxWRFLjhdxxbfL0JmArJG9zINvRRn4ElHm8LXYJ+g/Jfk8dVvWvAfTR0TuMvT/A2FeFjz
yK5YcOQOgVdUua2+BCWpObKS5hcOBZ3yTFM14ecirJOfBfc78+cAdSVhvrDVRVO06Gs/zxfYq6gRE7F2ueo4RUPVBw==`;

function cms(kind: string, body: string): string {
  return `From: Ann <ann@example.org>
Subject: The bell
Content-Type: application/pkcs7-mime; smime-type=${kind}; name="smime.p7m"
Content-Disposition: attachment; filename="smime.p7m"
Content-Transfer-Encoding: base64

${body}
`;
}

describe('LUM-04 signed and encrypted mail', () => {
  it('shows the words and files inside an opaque signature, which stays a file', () => {
    const mail = read(cms('signed-data', signed));
    expect(mail.text.trim()).toBe('The bell is broken.');
    expect(names(mail)).toEqual(['bill.pdf', 'smime.p7m']);
    expect(mail.notices).toEqual(['signed-smime']);
  });

  it('says of an encrypted mail what it is, and keeps it as a file', () => {
    const mail = read(cms('enveloped-data', encrypted));
    expect([mail.text, names(mail), mail.notices]).toEqual(['', ['smime.p7m'], ['encrypted-smime']]);
  });

  it('does not take broken bytes for anything', () => {
    const whole = Buffer.from(signed, 'base64');
    for (let length = 0; length < whole.length; length += 7) {
      const mail = read(cms('signed-data', whole.subarray(0, length).toString('base64')));
      expect(names(mail)).toContain('smime.p7m');
    }
  });

  it.each([
    ['multipart/signed; protocol="application/pgp-signature"', 'application/pgp-signature', 'signed-pgp'],
    [
      'multipart/signed; protocol="application/pkcs7-signature"',
      'application/pkcs7-signature',
      'signed-smime',
    ],
    [
      'multipart/encrypted; protocol="application/pgp-encrypted"',
      'application/pgp-encrypted',
      'encrypted-pgp',
    ],
  ])('tells %s', (type, second, notice) => {
    const mail = read(`From: a@example.org
Content-Type: ${type}; boundary=b

--b
Content-Type: text/plain

Words
--b
Content-Type: ${second}

bytes
--b--
`);
    expect([mail.notices, mail.text, mail.attachments.length]).toEqual([[notice], 'Words', 1]);
  });

  it.each([
    ['-----BEGIN PGP MESSAGE-----', 'encrypted-pgp'],
    ['-----BEGIN PGP SIGNED MESSAGE-----', 'signed-pgp'],
  ])('tells %s in the text itself', (armour, notice) => {
    expect(read(`From: a@example.org\n\n${armour}\n\nwords\n`).notices).toEqual([notice]);
  });
});
