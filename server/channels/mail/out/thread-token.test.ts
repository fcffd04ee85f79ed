import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSecrets } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { readThreadToken, threadToken, verifyThreadToken } from './thread-token.ts';

const secrets = openSecrets('a-key-that-only-the-tests-use-0123456789');
const thread = () => ({
  workspaceId: newId(),
  ticketId: newId(),
  deliveryId: newId(),
  recipient: 'jeanne@example.com',
});

describe('the token of a thread', () => {
  it('S5 comes home in a reply address, a Message-ID and alone, in any case of letters', () => {
    const ours = thread();
    const token = threadToken(secrets, ours);
    const forms = [
      token,
      `support+${token}@example.com`,
      `<${token}@desk.example>`,
      `SUPPORT+${token.toUpperCase()}@EXAMPLE.COM`,
      `"Support" <support+${token}@example.com>`,
    ];
    for (const form of forms) {
      const read = readThreadToken(form)!;
      expect(read.deliveryId).toBe(ours.deliveryId);
      expect(verifyThreadToken(secrets, ours, read.mac)).toBe(true);
    }
  });

  it('leaves room for a mailbox name in the 64 characters of a local part', () => {
    expect(`support-clients+${threadToken(secrets, thread())}`.length).toBeLessThanOrEqual(64);
    expect(threadToken(secrets, thread())).toMatch(/^g1-[a-z2-7]{42}$/);
  });

  it('S5 is worth nothing for another workspace, ticket, delivery, recipient or key', () => {
    const ours = thread();
    const { mac } = readThreadToken(threadToken(secrets, ours))!;
    for (const field of ['workspaceId', 'ticketId', 'deliveryId'] as const)
      expect(verifyThreadToken(secrets, { ...ours, [field]: newId() }, mac)).toBe(false);
    expect(verifyThreadToken(secrets, { ...ours, recipient: 'mallory@example.com' }, mac)).toBe(false);
    expect(verifyThreadToken(openSecrets('another-key-another-key-another-key'), ours, mac)).toBe(false);
    expect(verifyThreadToken(secrets, { ...ours, recipient: 'Jeanne@Example.com' }, mac)).toBe(true);
  });

  it('S5 does not survive any change of a letter', () => {
    const ours = thread();
    const token = threadToken(secrets, ours);
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: token.length - 1 }),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
        (at, letter) => {
          fc.pre(token[at] !== letter);
          const read = readThreadToken(token.slice(0, at) + letter + token.slice(at + 1));
          const holds =
            read !== null && verifyThreadToken(secrets, { ...ours, deliveryId: read.deliveryId }, read.mac);
          expect(holds).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('S5 with fewer bytes of mac is refused', () => {
    const ours = thread();
    const { mac } = readThreadToken(threadToken(secrets, ours))!;
    for (let length = 0; length < mac.length; length++)
      expect(verifyThreadToken(secrets, ours, mac.subarray(0, length))).toBe(false);
    expect(verifyThreadToken(secrets, ours, secrets.sign('thread', ['x'], 32))).toBe(false);
  });

  it('is not seen in what only looks like it, and never throws', () => {
    const token = threadToken(secrets, thread());
    for (const text of ['', 'support@example.com', `x${token}@example.com`, token.slice(0, -1), `${token}a`])
      expect(readThreadToken(text)).toBe(null);
    fc.assert(fc.property(fc.string(), text => void readThreadToken(text)));
  });
});
