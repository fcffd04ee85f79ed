import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { composingEnds, leavePlace, noteKey, showPlace } from './here.ts';
import { keepPresence } from './presence.ts';

const ticket = '0198a7a0-0000-7000-8000-000000000001';
const other = '0198a7a0-0000-7000-8000-000000000002';
const handlers = new Map<string, (facts?: unknown) => void>();
const emit = vi.fn();
const socket = {
  on: (name: string, handler: (facts?: unknown) => void) => void handlers.set(name, handler),
  emit,
};
const lastSaid = () => emit.mock.lastCall?.[1];

beforeEach(() => {
  vi.useFakeTimers();
  leavePlace(ticket);
  leavePlace(other);
  emit.mockClear();
  keepPresence(socket as never);
});
// Files share a process: without this, the next one waits for a clock that stands still.
afterEach(() => void vi.useRealTimers());

describe('what a tab says of itself', () => {
  it('the ticket it shows, again when the line comes back, and nothing twice', () => {
    showPlace(ticket);
    showPlace(ticket);
    expect(emit.mock.calls).toEqual([['here', { topic: ticket, state: 'viewing' }]]);
    handlers.get('connect')?.();
    expect(emit).toHaveBeenCalledTimes(2);
    leavePlace(ticket);
    expect(lastSaid()).toEqual({ topic: null, state: 'viewing' });
  });

  it('LUM-22 that a reply or a note is being written, until 60 s without a key', async () => {
    showPlace(ticket);
    noteKey(ticket, 'reply');
    expect(lastSaid()).toEqual({ topic: ticket, state: 'reply' });
    await vi.advanceTimersByTimeAsync(50_000);
    noteKey(ticket, 'reply');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(lastSaid()).toEqual({ topic: ticket, state: 'reply' });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(lastSaid()).toEqual({ topic: ticket, state: 'viewing' });
    noteKey(ticket, 'note');
    expect(lastSaid()).toEqual({ topic: ticket, state: 'note' });
    composingEnds(ticket);
    expect(lastSaid()).toEqual({ topic: ticket, state: 'viewing' });
  });

  it('leaving one ticket for another does not take the other back', () => {
    showPlace(ticket);
    noteKey(ticket, 'reply');
    showPlace(other);
    leavePlace(ticket);
    composingEnds(ticket);
    expect(lastSaid()).toEqual({ topic: other, state: 'viewing' });
  });
});
