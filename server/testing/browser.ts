// A signed-in person at the HTTP edge, without a network: cookies, CSRF token, JSON.
import { composeHttp } from '../http.ts';
import type { Http } from '../platform/http/index.ts';
import type { TestDesk } from './desk.ts';
import { password } from './world.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  body: any;
  headers: Record<string, unknown>;
}

export interface Browser {
  app: Http;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  anonymous(method: string, path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Builds the product's HTTP side on the test desk and signs somebody in. */
export async function openBrowser(desk: TestDesk, email: string): Promise<Browser> {
  const { app } = await composeHttp(desk);
  let cookie = '';
  let csrf = '';
  async function request(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const response = await app.inject({
      method: method as Method,
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const text = response.body;
    const parsed =
      text && String(response.headers['content-type']).includes('json') ? JSON.parse(text) : text || null;
    // The request's id differs each time and says nothing.
    if (parsed && typeof parsed === 'object') delete parsed.requestId;
    return { status: response.statusCode, body: parsed, headers: response.headers };
  }
  const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload: { email, password } });
  if (signedIn.statusCode !== 200) throw new Error(`sign-in of ${email} failed: ${signedIn.body}`);
  cookie = signedIn.cookies.map(one => `${one.name}=${one.value}`).join('; ');
  csrf = signedIn.json().csrfToken;
  return {
    app,
    send: (method, path, body, headers = {}) =>
      request(method, path, body, { cookie, 'x-csrf-token': csrf, ...headers }),
    anonymous: (method, path, body) => request(method, path, body, {}),
    close: () => app.close(),
  };
}
