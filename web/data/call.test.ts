import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { fieldsOf } from './api-error.ts';
import { ApiError, call } from './call.ts';
import { dropCsrfToken } from './csrf.ts';
import { setWorkspaceSlug } from './workspace.ts';

const id = '0198a7a0-0000-7000-8000-000000000001';
const session = { csrfToken: 'token-1', person: {}, workspaces: [] };
const asked = vi.fn<(url: string, init?: RequestInit) => Promise<Response>>();

function json(status: number, body?: unknown): Promise<Response> {
  return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status }));
}

function headerOf(nth: number, name: string): string | null {
  return new Headers(asked.mock.calls[nth]?.[1]?.headers).get(name);
}

beforeEach(() => {
  vi.stubGlobal('fetch', asked);
  dropCsrfToken();
  setWorkspaceSlug('maison-durand');
});
afterEach(() => {
  asked.mockReset();
  vi.unstubAllGlobals();
});

describe('call', () => {
  it('fills in workspace and params, repeats arrays in the query and sends no token with a read', async () => {
    asked.mockReturnValueOnce(json(200, { tickets: [], next: null }));
    const reply = await call(routes.tickets.list, {
      query: { view: 'all', tag: [id, id], q: 'a b', after: undefined },
    });
    expect(reply).toEqual({ tickets: [], next: null });
    expect(asked.mock.calls[0]?.[0]).toBe(`/api/w/maison-durand/tickets?view=all&tag=${id}&tag=${id}&q=a+b`);
    expect(headerOf(0, 'x-csrf-token')).toBeNull();
  });

  it('asks for the token once, then sends it with every change', async () => {
    asked.mockReturnValueOnce(json(200, session));
    asked.mockReturnValueOnce(json(204));
    asked.mockReturnValueOnce(json(204));
    await call(routes.tickets.markRead, { params: { ticket: '7' }, body: { isRead: true } });
    await call(routes.tickets.removeTag, { params: { id } }, { idempotencyKey: 'k' });
    expect(asked.mock.calls.map(([url]) => url)).toEqual([
      '/api/session',
      '/api/w/maison-durand/tickets/7/read',
      `/api/w/maison-durand/tags/${id}`,
    ]);
    expect(headerOf(1, 'x-csrf-token')).toBe('token-1');
    expect(headerOf(2, 'x-csrf-token')).toBe('token-1');
    expect(headerOf(2, 'idempotency-key')).toBe('k');
  });

  it('asks for a new token when the old one is refused, and tries once more', async () => {
    asked.mockReturnValueOnce(json(200, session));
    asked.mockReturnValueOnce(json(403, { error: 'csrf', facts: {}, requestId: 'r' }));
    asked.mockReturnValueOnce(json(200, { ...session, csrfToken: 'token-2' }));
    asked.mockReturnValueOnce(json(204));
    await call(routes.session.signOut, {});
    expect(headerOf(3, 'x-csrf-token')).toBe('token-2');
  });

  it('throws the refusal with its code, facts and request', async () => {
    asked.mockReturnValueOnce(
      json(422, { error: 'invalid', facts: { fields: { name: 'too_big' } }, requestId: 'r' }),
    );
    const error = await call(routes.session.signIn, { body: { email: 'a@b.fr', password: 'x' } }).catch(
      thrown => thrown,
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 422, code: 'invalid', requestId: 'r' });
    expect(fieldsOf(error)).toEqual({ name: 'too_big' });
  });

  it.each([
    [503, 'unavailable'],
    [502, 'unavailable'],
    [500, 'unexpected'],
  ])('an answer %i that is not ours is called %s', async (status, code) => {
    asked.mockReturnValueOnce(Promise.resolve(new Response('<h1>Bad gateway</h1>', { status })));
    await expect(call(routes.session.installation, {})).rejects.toMatchObject({ status, code });
  });

  it('no answer at all is called network', async () => {
    asked.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(call(routes.session.installation, {})).rejects.toMatchObject({ status: 0, code: 'network' });
  });

  it('a call that was stopped is not taken for a fault of the network', async () => {
    const stopped = new AbortController();
    stopped.abort();
    asked.mockRejectedValueOnce(new DOMException('stopped', 'AbortError'));
    await expect(call(routes.session.installation, {}, { signal: stopped.signal })).rejects.toHaveProperty(
      'name',
      'AbortError',
    );
  });
});
