import { describe, expect, it } from 'vitest';
import { openingMessage, timeline } from './timeline.ts';

const at = (minute: number) => `2026-01-01T10:${String(minute).padStart(2, '0')}:00Z`;
const message = (id: string, minute: number, type = 'contact', kind = 'public') => ({
  id,
  at: at(minute),
  kind,
  author: { type },
});
const aside = (id: string, minute: number) => ({ id, at: at(minute) });

const shape = (entries: ReturnType<typeof timeline>) =>
  entries.map(entry => ('message' in entry ? entry.message.id : entry.asides.map(line => line.id)));

describe('timeline', () => {
  it('puts what was done between the messages, neighbours together', () => {
    const entries = timeline(
      [message('m1', 1), message('m2', 9)],
      [aside('c', 11), aside('b', 3), aside('a', 2)],
      false,
    );
    expect(shape(entries)).toEqual(['m1', ['a', 'b'], 'm2', ['c']]);
  });

  it('puts an action of the same moment after its message', () => {
    expect(shape(timeline([message('m1', 1)], [aside('a', 1)], false))).toEqual(['m1', ['a']]);
  });

  it('holds back what happened before the earliest message shown', () => {
    const asides = [aside('old', 1), aside('new', 6)];
    expect(shape(timeline([message('m', 5)], asides, true))).toEqual(['m', ['new']]);
  });
});

describe('openingMessage', () => {
  const conversation = [
    message('first', 1),
    message('reply', 2, 'agent'),
    message('again', 3),
    message('note', 4, 'agent', 'note'),
    message('more', 5),
  ];

  it('is the first unanswered message of the customer while unread', () => {
    expect(openingMessage(conversation, true)?.id).toBe('again');
  });

  it('is the last message once read, or when only an agent has written', () => {
    expect(openingMessage(conversation, false)?.id).toBe('more');
    expect(openingMessage([message('out', 1, 'agent')], true)?.id).toBe('out');
  });
});
