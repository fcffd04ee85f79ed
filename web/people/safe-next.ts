/** The page to go on to after signing in: only one of this app, never where a link from elsewhere wants to lead. */
export function safeNext(next: string | undefined): string {
  return next?.startsWith('/w/') && !next.includes('\\') && !next.includes('//') ? next : '/';
}
