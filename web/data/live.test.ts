import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { invalidateTickets, listenLive } from './live.ts';

const one = '0198a7a0-0000-7000-8000-000000000001';
const other = '0198a7a0-0000-7000-8000-000000000002';
let client: QueryClient;

function isStale(...key: string[]): boolean | undefined {
  return client.getQueryState(key)?.isInvalidated;
}

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData(['tickets', 'desk', 'counts'], {});
  client.setQueryData(['ticket', 'desk/7'], { id: one });
  client.setQueryData(['ticket', 'desk/7', 'messages'], []);
  client.setQueryData(['ticket', 'desk/8'], { id: other });
  client.setQueryData(['ticket', other], { id: other });
  client.setQueryData(['desk', 'desk'], {});
});

describe('what a change of a ticket makes stale', () => {
  it('its lists and every part of the ticket, whether shown by id or by number', () => {
    invalidateTickets(client, new Set([one]));
    expect(isStale('tickets', 'desk', 'counts')).toBe(true);
    expect(isStale('ticket', 'desk/7')).toBe(true);
    expect(isStale('ticket', 'desk/7', 'messages')).toBe(true);
    expect(isStale('ticket', 'desk/8')).toBe(false);
    expect(isStale('ticket', other)).toBe(false);
    expect(isStale('desk', 'desk')).toBe(false);
  });
});

describe('the live line', () => {
  const handlers = new Map<string, (facts?: unknown) => void>();
  const socket = {
    on: (name: string, handler: (facts?: unknown) => void) => void handlers.set(name, handler),
    close: vi.fn(),
  };

  it('asks once for many changes told together', async () => {
    vi.useFakeTimers();
    const stop = listenLive(socket as never, client);
    const spy = vi.spyOn(client, 'invalidateQueries');
    handlers.get('changed')?.({ tickets: [{ id: one, eventId: 'e1', kind: 'ticket.tagged' }] });
    handlers.get('changed')?.({ tickets: [{ id: other, eventId: 'e2', kind: 'ticket.tagged' }] });
    expect(spy).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(spy).toHaveBeenCalledTimes(2);
    expect(isStale('ticket', 'desk/7')).toBe(true);
    expect(isStale('ticket', other)).toBe(true);
    stop();
    expect(socket.close).toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('asks for everything again when it comes back, and for nothing when it first opens', () => {
    listenLive(socket as never, client);
    handlers.get('connect')?.();
    expect(isStale('desk', 'desk')).toBe(false);
    handlers.get('disconnect')?.();
    handlers.get('connect')?.();
    expect(isStale('desk', 'desk')).toBe(true);
  });
});
