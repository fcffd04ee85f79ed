import type { Finding } from './finding.ts';
import type { Imports, Link } from './imports.ts';
import { DESK_ROOMS, type Layer, type Place, placeOf, roomName } from './places.ts';
import { isForTests } from './tree.ts';

const ALLOWED: Record<Layer, Layer[]> = {
  contract: ['contract'],
  platform: ['contract', 'platform'],
  desk: ['contract', 'platform', 'desk'],
  channels: ['contract', 'platform', 'desk', 'channels'],
  features: ['contract', 'platform', 'desk', 'features'],
  portal: ['contract', 'platform', 'desk', 'channels', 'features', 'portal'],
  server: ['contract', 'platform', 'desk', 'channels', 'features', 'portal', 'server'],
  testing: ['contract', 'platform', 'desk', 'channels', 'features', 'portal', 'server', 'testing'],
  web: ['contract', 'web'],
  widget: ['contract', 'widget'],
  other: ['contract', 'platform', 'desk', 'channels', 'features', 'portal', 'server', 'other'],
};

/** Rule `arrow`: imports go only from upper layers to lower ones, and never sideways between channels or features. */
export function checkArrows({ links, outside }: Imports): Finding[] {
  const wrong = links.flatMap(link => {
    const what = wrongWith(link);
    return what ? [{ file: link.from, line: link.line, rule: 'arrow', what }] : [];
  });
  const strangers = outside
    .filter(({ from, name }) => from.startsWith('contract/') && !isForTests(from) && !/^zod(\/|$)/.test(name))
    .map(({ from, line, name }) => ({
      file: from,
      line,
      rule: 'arrow',
      what: `contract imports nothing but zod, not ${name}`,
    }));
  return [...wrong, ...strangers];
}

function wrongWith({ from, to }: Link): string | undefined {
  const here = placeOf(from);
  const there = placeOf(to);
  const isTest = isForTests(from);
  if (there.layer === 'testing') return isTest ? undefined : `${to} is for tests only`;
  // a test of the server tells a whole story, so it may enter any room of the server
  if (isTest && from.startsWith('server/') && to.startsWith('server/')) return undefined;
  // and it may use the real mail servers that stories run on
  if (isTest && to.startsWith('e2e/support/')) return undefined;
  if (!ALLOWED[here.layer].includes(there.layer))
    return `${nameOf(here)} may not import ${nameOf(there)} (${to})`;
  return sidewaysBetween(here, there);
}

function sidewaysBetween(here: Place, there: Place): string | undefined {
  if (here.layer !== there.layer || here.room === there.room) return undefined;
  if (here.layer === 'channels' || here.layer === 'features') {
    return `${here.layer} never import each other: ${roomName(here)} -> ${roomName(there)}`;
  }
  if (here.layer !== 'desk') return undefined;
  const isLeft = DESK_ROOMS.indexOf(roomName(there)) < DESK_ROOMS.indexOf(roomName(here));
  return isLeft ? undefined : `desk rooms use those on their left: ${roomName(here)} -> ${roomName(there)}`;
}

function nameOf(place: Place): string {
  return place.room ?? place.layer;
}
