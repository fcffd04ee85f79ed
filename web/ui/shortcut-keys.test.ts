import { expect, it } from 'vitest';
import { matches } from './shortcut-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

it.each([
  ['j', press('j'), '', true],
  ['j', press('J', { shiftKey: true }), '', false],
  ['j', press('j', { ctrlKey: true }), '', false],
  ['j', press('j', { altKey: true }), '', false],
  ['?', press('?', { shiftKey: true }), '', true],
  ['mod+k', press('k', { metaKey: true }), '', true],
  ['mod+k', press('K', { ctrlKey: true }), '', true],
  ['mod+k', press('k'), '', false],
  ['mod+Enter', press('Enter', { ctrlKey: true }), '', true],
  ['Enter', press('Enter', { ctrlKey: true }), '', false],
  ['g i', press('i'), 'g', true],
  ['g i', press('i'), '', false],
  ['+', press('+'), '', true],
] as const)('%s meets %o after "%s": %s', (shortcut, event, before, expected) => {
  expect(matches(shortcut, event, before)).toBe(expected);
});
