// The one way to the server: typed by the contract's routes.
import type { Call, Reply, Route } from '../../contract/route.ts';
import { addressOf } from './address.ts';
import { ApiError, readRefusal } from './api-error.ts';
import { csrfToken, keepCsrfToken } from './csrf.ts';
import { takeEarly } from './early.ts';
import { setSignedOut } from './signed-out.ts';

export { ApiError } from './api-error.ts';
export { upload, uploadArchive } from './upload.ts';

export interface CallOptions {
  /** Sent as Idempotency-Key: repeating the call with the same key does it once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

interface Sent {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

async function headersOf(route: Route, input: Sent, options: CallOptions, isRetry: boolean) {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  // A public route needs no session, so asking for a token first would only cost a refused request.
  if (route.method !== 'GET' && route.right !== 'public') headers['x-csrf-token'] = await csrfToken(isRetry);
  return headers;
}

async function send(route: Route, input: Sent, options: CallOptions, isRetry: boolean): Promise<unknown> {
  let response: Response;
  try {
    const address = addressOf(route, input);
    const early = route.method === 'GET' ? takeEarly(address) : undefined;
    response = await (early ??
      fetch(address, {
        method: route.method,
        headers: await headersOf(route, input, options, isRetry),
        body: input.body === undefined ? undefined : JSON.stringify(input.body),
        credentials: 'same-origin',
        signal: options.signal,
      }));
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(0, 'network');
  }
  const text = await response.text().catch(() => '');
  const body = parse(text);
  if (response.ok) {
    keepCsrfToken(body);
    return body;
  }
  const refused = readRefusal(response.status, body, response.headers.get('x-request-id') ?? '');
  if (refused.code === 'csrf' && !isRetry) return send(route, input, options, true);
  if (refused.code === 'signed-out') setSignedOut(true);
  throw refused;
}

function parse(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Calls a route. Takes the route, its params, query and body; gives its reply (undefined for a 204).
 * Throws ApiError: the server's code, or 'network' when there was no answer.
 */
export async function call<R extends Route>(
  route: R,
  input: Call<R>,
  options: CallOptions = {},
): Promise<Reply<R>> {
  return (await send(route, input as Sent, options, false)) as Reply<R>;
}
