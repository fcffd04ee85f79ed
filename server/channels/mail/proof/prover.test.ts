import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NameServer, startNameServer } from '../../../testing/name-server.ts';
import type { Origin, Proof } from './proof.ts';
import { createProver, type Prover } from './prover.ts';

let names: NameServer;
let prover: Prover;
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

beforeAll(async () => {
  const key = `v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`;
  names = await startNameServer({
    'TXT strict.example': ['v=spf1 ip4:203.0.113.5 -all'],
    'TXT _dmarc.strict.example': ['v=DMARC1; p=reject'],
    'TXT s1._domainkey.strict.example': [key],
    'TXT plain.example': ['v=spf1 ip4:203.0.113.5 -all'],
    'TXT s1._domainkey.plain.example': [key],
    'TXT s1._domainkey.other.example': [key],
  });
  prover = createProver({ host: 'desk.example', servers: [names.address] });
});
afterAll(async () => {
  prover?.close();
  await names?.close();
});

const good = '203.0.113.5';
const bad = '203.0.113.66';

function mailFrom(domain: string, more: string[] = []): Buffer {
  const head = [
    ...more,
    `From: Anne <anne@${domain}>`,
    'To: support@velo.example',
    'Subject: Bonjour',
    'Date: Thu, 26 Nov 2026 09:00:00 +0100',
    `Message-ID: <1@${domain}>`,
  ];
  return Buffer.from([...head, '', 'Mon vélo grince.', ''].join('\r\n'));
}

async function signed(raw: Buffer, signingDomain: string): Promise<Buffer> {
  const signatureData = [{ signingDomain, selector: 's1', privateKey: keys.privateKey }];
  // Its types know one signature only, its code many.
  const { signatures } = await dkimSign(raw, { signatureData } as unknown as Parameters<typeof dkimSign>[1]);
  return Buffer.concat([Buffer.from(signatures), raw]);
}

function origin(change: Partial<Origin> = {}): Origin {
  const envelopeFrom = 'anne@strict.example';
  return { ip: null, helo: null, envelopeFrom, isRelayed: false, resultsBy: null, ...change };
}

type Expected = Pick<Proof, 'verdict' | 'checkedBy'> & {
  spf: string | null;
  dmarc: string | null;
  dkim: string[];
};
const short = ({ verdict, checkedBy, spf, dmarc, dkim }: Proof): Expected => ({
  verdict,
  checkedBy,
  spf: spf?.result ?? null,
  dmarc: dmarc?.result ?? null,
  dkim: dkim.map(one => one.result),
});

describe('S5 who really sent a mail', () => {
  const strict = mailFrom('strict.example');
  const plain = mailFrom('plain.example');
  const broken = (raw: Buffer) => Buffer.from(raw.toString('latin1').replace('grince', 'rouille'), 'latin1');
  const renamed = (raw: Buffer) =>
    Buffer.from(raw.toString('latin1').replace('Bonjour', 'Au revoir'), 'latin1');
  const received = (ip: string) =>
    `Received: from mx.strict.example (mx [${ip}]) by desk.example with ESMTP; Thu, 26 Nov 2026 09:00:00 +0100`;
  const plainFrom = { envelopeFrom: 'anne@plain.example' };

  it.each<[string, () => Buffer | Promise<Buffer>, Partial<Origin>, Expected]>([
    [
      'by SMTP from an allowed client',
      () => strict,
      { ip: good },
      { verdict: 'pass', checkedBy: 'guichet', spf: 'pass', dmarc: 'pass', dkim: [] },
    ],
    [
      'by SMTP from a forbidden one',
      () => strict,
      { ip: bad },
      { verdict: 'fail', checkedBy: 'guichet', spf: 'fail', dmarc: 'fail', dkim: [] },
    ],
    [
      'forbidden, but signed',
      () => signed(strict, 'strict.example'),
      { ip: bad },
      { verdict: 'pass', checkedBy: 'guichet', spf: 'fail', dmarc: 'pass', dkim: ['pass'] },
    ],
    [
      'signed by another domain',
      () => signed(strict, 'other.example'),
      { ip: bad },
      { verdict: 'fail', checkedBy: 'guichet', spf: 'fail', dmarc: 'fail', dkim: ['pass'] },
    ],
    [
      'client unknown, unsigned',
      () => strict,
      {},
      { verdict: 'unknown', checkedBy: 'nobody', spf: null, dmarc: 'unknown', dkim: [] },
    ],
    [
      'client unknown, signed',
      () => signed(strict, 'strict.example'),
      {},
      { verdict: 'pass', checkedBy: 'nobody', spf: null, dmarc: 'pass', dkim: ['pass'] },
    ],
    [
      'client unknown, words changed after signing, as lists do',
      async () => broken(await signed(strict, 'strict.example')),
      {},
      { verdict: 'unknown', checkedBy: 'nobody', spf: null, dmarc: 'unknown', dkim: ['neutral'] },
    ],
    [
      'client unknown, subject changed after signing',
      async () => renamed(await signed(strict, 'strict.example')),
      {},
      { verdict: 'fail', checkedBy: 'nobody', spf: null, dmarc: 'unknown', dkim: ['fail'] },
    ],
    [
      'by LMTP, the relay tells an allowed client',
      () => mailFrom('strict.example', [received(good)]),
      { isRelayed: true },
      { verdict: 'pass', checkedBy: 'guichet', spf: 'pass', dmarc: 'pass', dkim: [] },
    ],
    [
      'by LMTP, the relay tells a forbidden client',
      () => mailFrom('strict.example', [received(bad)]),
      { isRelayed: true },
      { verdict: 'fail', checkedBy: 'guichet', spf: 'fail', dmarc: 'fail', dkim: [] },
    ],
    [
      'by LMTP, the relay tells a client of the house',
      () => mailFrom('strict.example', [received('10.0.0.7')]),
      { isRelayed: true },
      { verdict: 'unknown', checkedBy: 'nobody', spf: null, dmarc: 'unknown', dkim: [] },
    ],
    [
      'by SMTP from a relay of the house',
      () => mailFrom('strict.example', [received(good)]),
      { ip: '10.0.0.2', isRelayed: true },
      { verdict: 'pass', checkedBy: 'guichet', spf: 'pass', dmarc: 'pass', dkim: [] },
    ],
    [
      'no DMARC, forbidden client',
      () => plain,
      { ...plainFrom, ip: bad },
      { verdict: 'fail', checkedBy: 'guichet', spf: 'fail', dmarc: 'none', dkim: [] },
    ],
    [
      'no DMARC, forbidden client, forwarded by one that signs',
      () => signed(plain, 'other.example'),
      { ...plainFrom, ip: bad },
      { verdict: 'unknown', checkedBy: 'guichet', spf: 'fail', dmarc: 'none', dkim: ['pass'] },
    ],
    [
      'no DMARC, allowed client',
      () => plain,
      { ...plainFrom, ip: good },
      { verdict: 'pass', checkedBy: 'guichet', spf: 'pass', dmarc: 'none', dkim: [] },
    ],
    [
      'nothing published at all',
      () => mailFrom('bare.example'),
      { envelopeFrom: 'anne@bare.example', ip: bad },
      { verdict: 'unknown', checkedBy: 'guichet', spf: 'none', dmarc: 'none', dkim: [] },
    ],
  ])('%s', async (_name, mail, from, expected) => {
    expect(short(await prover.prove(await mail(), [], origin(from)))).toEqual(expected);
  });

  it('S8 the mailbox’s own mail server tells, and nobody else', async () => {
    const theirs =
      'mx.provider.example; spf=fail smtp.mailfrom=strict.example; dmarc=fail (p=REJECT) header.from=strict.example';
    const forged = 'mx.elsewhere.example; dmarc=pass header.from=strict.example';
    const resultsBy = 'mx.provider.example';
    const told = await prover.prove(strict, [theirs, forged], origin({ resultsBy }));
    expect(told).toMatchObject({ verdict: 'fail', checkedBy: 'provider', by: resultsBy });
    const others = await prover.prove(strict, [forged], origin({ resultsBy }));
    expect(others).toMatchObject({ verdict: 'unknown', checkedBy: 'nobody' });
    const older = theirs.replaceAll('fail', 'pass');
    const topmost = await prover.prove(strict, [theirs, older], origin({ resultsBy }));
    expect(topmost.verdict).toBe('fail');
  });

  it('a child that was started ahead checks the next mail, and nobody waits for one that was started in vain', async () => {
    const early = createProver({ host: 'desk.example', servers: [names.address] });
    early.prepare();
    early.prepare();
    expect((await early.prove(strict, [], origin({ ip: good }))).verdict).toBe('pass');
    early.prepare();
    early.close();
  });

  it('P4 name servers that are away leave mails unproved, and after some tries nobody waits for them', async () => {
    const silent = await startNameServer({});
    silent.isSilent = true;
    const impatient = createProver({ host: 'desk.example', servers: [silent.address], milliseconds: 300 });
    const first = await Promise.all([1, 2, 3].map(() => impatient.prove(strict, [], origin({ ip: good }))));
    expect(first.map(one => one.verdict)).toEqual(['unknown', 'unknown', 'unknown']);
    const asked = silent.asked;
    expect((await impatient.prove(strict, [], origin({ ip: good }))).checkedBy).toBe('nobody');
    expect(silent.asked).toBe(asked);
    impatient.close();
    await silent.close();
  });
});
