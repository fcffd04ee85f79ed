import { expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

it.each([
  ['/w/maison-durand/tickets/7', '/w/maison-durand/tickets/7'],
  ['/w/maison-durand/all?q=a', '/w/maison-durand/all?q=a'],
  ['https://evil.example/w/', '/'],
  ['//evil.example/w/x', '/'],
  ['/w//evil.example', '/'],
  ['/w/\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [undefined, '/'],
])('after signing in, %s leads to %s', (next, target) => {
  expect(safeNext(next)).toBe(target);
});
