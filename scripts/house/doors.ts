import type { Finding } from './finding.ts';
import type { Link } from './imports.ts';
import { placeOf } from './places.ts';

/**
 * Rule `door`: another room is entered by its index.ts, never deeper; this holds for tests as well. Scripts and benches may
 * use the index.ts of a part of a room, to measure that part alone.
 */
export function checkDoors(links: Link[]): Finding[] {
  return links
    .filter(({ from, to }) => {
      const { room } = placeOf(to);
      if (room === undefined || placeOf(from).room === room || to === `${room}/index.ts`) return false;
      return !(/^(scripts|bench)\//.test(from) && to.endsWith('/index.ts'));
    })
    .map(({ from, to, line }) => ({
      file: from,
      line,
      rule: 'door',
      what: `enter ${placeOf(to).room} by its index.ts, not by ${to}`,
    }));
}
