import { describe, expect, it } from 'vitest';
import { cleanMessageId, messageIdHost, replySubject, threadHeaders } from './thread-headers.ts';

describe('the headers of a thread', () => {
  it('name the customer’s mail and the chain before it, each once, in order', () => {
    const { inReplyTo, references } = threadHeaders(['<a@x>', '<ours@y>', '<b@x>'], '<b@x>');
    expect(inReplyTo).toBe('<b@x>');
    expect(references).toEqual(['<a@x>', '<ours@y>', '<b@x>']);
  });

  it('put the answered mail last, also when others came after it', () => {
    expect(threadHeaders(['<a@x>', '<b@x>', '<c@x>'], '<b@x>').references).toEqual([
      '<a@x>',
      '<c@x>',
      '<b@x>',
    ]);
  });

  it('keep the first and the last of a long chain', () => {
    const chain = Array.from({ length: 90 }, (_, at) => `<m${at}@x>`);
    const { references } = threadHeaders(chain, '<m89@x>');
    expect(references).toHaveLength(20);
    expect(references[0]).toBe('<m0@x>');
    expect(references.slice(1)).toEqual(chain.slice(-19));
  });

  it('let nothing through that would be another header', () => {
    expect(cleanMessageId('a@x')).toBe('<a@x>');
    for (const bad of ['', null, '<a@x>\r\nBcc: all@x', '<a b@x>', '<a@x> <b@x>', `<${'a'.repeat(400)}@x>`])
      expect(cleanMessageId(bad)).toBe(null);
    expect(threadHeaders(['<a@x>\r\nBcc: all@x'], null)).toEqual({ inReplyTo: null, references: [] });
  });

  it.each([
    ['Mon vélo', 'Re: Mon vélo'],
    ['Re: Mon vélo', 'Re: Mon vélo'],
    ['RE: AW: Tr: Mon vélo', 'Re: Mon vélo'],
    ['Re[2]: Mon vélo', 'Re: Mon vélo'],
    ['Re : Mon vélo', 'Re: Mon vélo'],
    ['Report: broken', 'Re: Report: broken'],
  ])('keep the subject stable: %s', (subject, expected) => {
    expect(replySubject(subject)).toBe(expected);
    expect(replySubject(replySubject(subject))).toBe(expected);
  });

  it('use the mailbox’s domain, or the host of the public address', () => {
    expect(messageIdHost('support@velo.example', 'https://desk.example:8443')).toBe('velo.example');
    expect(messageIdHost(null, 'https://desk.example:8443')).toBe('desk.example');
  });
});
