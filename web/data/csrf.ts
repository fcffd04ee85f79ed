// The token that every change carries (x-csrf-token). It lives in memory only; a reload asks for it again.
let token = '';

/** Keeps the token of an answer that has one (GET /api/session, sign-in, set-up). Takes any body. */
export function keepCsrfToken(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('csrfToken' in body)) return;
  if (typeof body.csrfToken === 'string') token = body.csrfToken;
}

/** Forgets the token, after signing out. */
export function dropCsrfToken(): void {
  token = '';
}

/** The token to send, asked of the server when this page has none; '' when nobody is signed in. */
export async function csrfToken(isRefreshed = false): Promise<string> {
  if (token && !isRefreshed) return token;
  const response = await fetch('/api/session', { credentials: 'same-origin' }).catch(() => null);
  if (response?.ok) keepCsrfToken(await response.json());
  return token;
}
