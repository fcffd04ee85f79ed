// What strangers may not say in our name (S8).
import { endOfHead } from './raw-content.ts';

const ours = /(^|\n)X-Guichet-/gi;
const results = /(^|\n)Authentication-Results[ \t]*:\s*([^\s;]{1,255})/gi;
const renamed = 'X-Foreign-';

/**
 * The mail as the reader gets it: headers of our own namespace, and results of checks that claim to be ours, carry another
 * name, so that nothing behind the edge can take them for ours. `host` is how we name ourselves. The mail that is kept
 * stays as it came; without such a header the same buffer is given back.
 */
export function atEdge(raw: Buffer, host: string): Buffer {
  const head = raw.toString('latin1', 0, endOfHead(raw));
  const places = [
    ...[...head.matchAll(ours)].map(match => match.index + match[1]!.length),
    ...[...head.matchAll(results)]
      .filter(match => match[2]!.toLowerCase() === host.toLowerCase())
      .map(match => match.index + match[1]!.length),
  ];
  if (places.length === 0) return raw;
  const copy = Buffer.from(raw);
  for (const place of places) copy.write(renamed, place, 'latin1');
  return copy;
}
