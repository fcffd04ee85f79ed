import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atEdge } from './edge.ts';
import { contentOf, endOfHead, rawHeaders } from './raw-content.ts';

const mail = (head: string, body: string) => Buffer.from(`${head}\r\n\r\n${body}`);
const head = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: one\r\nMessage-ID: <1@b.example>';

describe('what is known of a mail before it is read', () => {
  it('P2 is the same by whatever path it came', () => {
    const direct = contentOf(mail(head, 'text\r\nmore\r\n'));
    const relayed = contentOf(mail(`Received: from x\r\nDelivered-To: y\r\n${head}`, 'text\nmore\n\n'));
    expect(relayed).toEqual(direct);
    expect(direct.messageId).toBe('<1@b.example>');
  });

  it.each([
    ['its body', mail(head, 'text!')],
    ['its sender', mail(head.replace('a@b', 'z@b'), 'text')],
    ['its subject', mail(head.replace('one', 'two'), 'text')],
  ])('P2 differs with %s', (_what, other) => {
    expect(contentOf(other).contentHash).not.toEqual(contentOf(mail(head, 'text')).contentHash);
  });

  it('P1 without a Message-ID differs with anything', () => {
    const bare = (text: string) => contentOf(Buffer.from(text));
    expect(bare('<p>one</p>')).not.toEqual(bare('<p>two</p>'));
    expect(bare('X-Order: 1\r\n\r\n')).not.toEqual(bare('X-Order: 2\r\n\r\n'));
    expect(bare('Received: from x\r\n\r\n')).not.toEqual(bare('Received: from z\r\n\r\n'));
    expect(bare('Received: from x\r\n\r\n')).toEqual(bare('Received: from x\r\n\r\n'));
  });

  it('S10 never fails and stays linear, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), bytes => {
        const raw = Buffer.from(bytes);
        const { messageId, contentHash } = contentOf(raw);
        expect(contentHash).toHaveLength(32);
        expect(messageId.length).toBeLessThanOrEqual(500);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
        expect(messageId).not.toMatch(/[\u0000-\u001f]/);
        expect(atEdge(raw, 'desk.example')).toHaveLength(raw.length);
      }),
    );
    const long = mail(
      `Message-ID: <${'x'.repeat(100_000)}@b.example>\r\n${'A:\r\n '.repeat(50_000)}`,
      '\r'.repeat(1e6),
    );
    const startedAt = performance.now();
    contentOf(long);
    atEdge(long, 'desk.example');
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('finds the end of the headers in mails of every line end', () => {
    expect(endOfHead(Buffer.from('A: 1\n\nbody'))).toBe(6);
    expect(endOfHead(Buffer.from('A: 1\r\n\r\nbody\n\nmore'))).toBe(8);
    expect(endOfHead(Buffer.from('A: 1\r\n'))).toBe(6);
  });

  it('unfolds headers and takes the first of each name', () => {
    const headers = rawHeaders(Buffer.from('Subject: one\r\n two\r\nsubject: other\r\n\r\nTo: body'));
    expect([...headers]).toEqual([['subject', 'one two']]);
  });
});

describe('S8 the edge', () => {
  it('renames headers of our namespace, of whatever case, and nothing else', () => {
    const raw = mail(
      `X-Guichet-Loop: forged\r\n${head}\r\nx-GUICHET-Agent: me`,
      'X-Guichet-Loop: in the text',
    );
    const renamed = atEdge(raw, 'desk.example').toString();
    expect(renamed).toBe(
      mail(
        `X-Foreign-Loop: forged\r\n${head}\r\nX-Foreign-Agent: me`,
        'X-Guichet-Loop: in the text',
      ).toString(),
    );
    expect(raw.toString()).toContain('X-Guichet-Loop: forged');
  });

  it('gives a mail without such headers as it is', () => {
    const raw = mail(head, 'text');
    expect(atEdge(raw, 'desk.example')).toBe(raw);
  });
});
