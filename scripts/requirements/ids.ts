const LONG = String.raw`(?:LUM|ZOH|LIV|CHP|QCX|D)-\d+[a-z]?`;
const SHORT = String.raw`[SF]\d{1,2}`;
const JOINED = String.raw`(?:\s*(?:,|;|\/|\+|and|to|&)?\s*)`;
const AT_START = new RegExp(`^(?:(?:${LONG}|${SHORT})\\b${JOINED})+`);
const IN_BRACKETS = /\(([^)]*)\)/g;

/**
 * The ids that a test's name claims to prove, without repetition. Ids with a dash count wherever they stand; those of
 * one letter (S9, F1) only at the start of the name or in brackets, since S3 and F5 also mean other things.
 */
export function idsIn(name: string): string[] {
  const long = name.match(new RegExp(`\\b${LONG}\\b`, 'g')) ?? [];
  const places = [
    AT_START.exec(name)?.[0] ?? '',
    ...[...name.matchAll(IN_BRACKETS)].map(([, inside]) => inside!),
  ];
  const short = places.flatMap(place => place.match(new RegExp(`\\b${SHORT}\\b`, 'g')) ?? []);
  return [...new Set([...long, ...short])];
}
