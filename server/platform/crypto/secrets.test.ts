import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileLink, readFileLink } from '../files/index.ts';
import { openSecrets } from './index.ts';

const secrets = openSecrets('a-key-that-only-the-tests-use-0123456789');
const other = openSecrets('another-key-that-only-tests-use-987654321');

describe('secrets', () => {
  it('S29 opens what it sealed, only at the same place and with the same key', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const sealed = secrets.seal(text, 'w/mailboxes.imap_password/1');
        expect(secrets.unseal(sealed, 'w/mailboxes.imap_password/1')).toBe(text);
        expect(() => secrets.unseal(sealed, 'w/mailboxes.imap_password/2')).toThrow();
        expect(() => other.unseal(sealed, 'w/mailboxes.imap_password/1')).toThrow();
        if (text.length > 6) expect(sealed.includes(text)).toBe(false);
      }),
    );
  });

  it('S5 a signature holds for its purpose and its parts alone', () => {
    const signature = secrets.sign('thread', ['a', 'bc'], 16);
    expect(secrets.verify('thread', ['a', 'bc'], signature)).toBe(true);
    expect(secrets.verify('thread', ['ab', 'c'], signature)).toBe(false);
    expect(secrets.verify('file-link', ['a', 'bc'], signature)).toBe(false);
    expect(secrets.verify('thread', ['a', 'bc'], signature.subarray(0, 4))).toBe(false);
    expect(other.verify('thread', ['a', 'bc'], signature)).toBe(false);
  });
});

describe('addresses of files', () => {
  const now = new Date('2026-05-04T10:00:00Z');
  const ids = ['019aa000-0000-7000-8000-000000000001', '019aa000-0000-7000-8000-000000000002'] as const;
  const token = fileLink(secrets, ...ids, now).slice('/files/'.length);

  it('S14 lead to their file for a day and end by themselves', () => {
    expect(readFileLink(secrets, token, now)).toEqual({ workspaceId: ids[0], fileId: ids[1] });
    expect(readFileLink(secrets, token, new Date(now.getTime() + 24 * 3600_000))).not.toBeNull();
    expect(readFileLink(secrets, token, new Date(now.getTime() + 72 * 3600_000))).toBeNull();
  });

  it('S14 are refused with any bit turned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 51 }), fc.integer({ min: 0, max: 7 }), (byte, bit) => {
        const bytes = Buffer.from(token, 'base64url');
        bytes[byte]! ^= 1 << bit;
        expect(readFileLink(secrets, bytes.toString('base64url'), now)).toBeNull();
      }),
    );
  });
});
