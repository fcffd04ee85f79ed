// The search part of an address is plain text both ways: ?q=123 stays '123' and needs no quotation marks.

/** Reads '?a=1&b=x' into {a: '1', b: 'x'}. */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Writes {a: '1', b: 'x'} as '?a=1&b=x'; what is undefined or '' is left out. */
export function writeSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  }
  const text = params.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}
