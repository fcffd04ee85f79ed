import { describe, expect, it } from 'vitest';
import { formatsOf } from './format.ts';

const fr = formatsOf('fr');
const en = formatsOf('en');

describe('durations, sizes and times in words', () => {
  it.each([
    [0, '0\u00a0min', '0\u00a0min'],
    [59.9, '59\u00a0min', '59\u00a0min'],
    [60, '1\u00a0h', '1\u00a0h'],
    [19 * 60, '19\u00a0h', '19\u00a0h'],
    [47 * 60 + 59, '47\u00a0h', '47\u00a0h'],
    [48 * 60, '2\u00a0j', '2\u00a0d'],
    [-5, '0\u00a0min', '0\u00a0min'],
  ])('CHP-12 %d minutes are %s in French, %s in English', (minutes, french, english) => {
    expect(fr.duration(minutes)).toBe(french);
    expect(en.duration(minutes)).toBe(english);
  });

  it('LUM-21 8 MB are 8 MB', () => {
    expect(en.size(8 * 1024 * 1024)).toBe('8 MB');
    expect(fr.size(8 * 1024 * 1024)).toBe('8\u202fMo');
    expect(en.size(1500)).toBe('2 kB');
  });

  it('tells how long ago something was', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(en.ago('2026-11-22T11:58:30Z', now)).toBe('1 minute ago');
    expect(en.ago('2026-11-22T11:59:50Z', now)).toBe('now');
    expect(fr.ago('2026-11-21T11:00:00Z', now)).toBe('hier');
    expect(fr.ago('2026-11-22T09:00:00Z', now)).toBe('il y a 3 heures');
  });
});
