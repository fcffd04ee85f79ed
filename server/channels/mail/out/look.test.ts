import { describe, expect, it } from 'vitest';
import { openSecrets } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { answerTime } from './answer-time.ts';
import { inkOn } from './frame.tsx';
import { isOwnLoopMark, loopMark } from './loop-mark.ts';

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

describe('the look of a mail', () => {
  it('lets every brand colour be read on its buttons', () => {
    for (const colour of ['#000000', '#ffffff', '#0b7285', '#ffd43b', '#e03131', '#777777', '#2f9e44']) {
      const [light, dark] = [luminance(colour), luminance(inkOn(colour))].sort((a, b) => b - a);
      expect((light! + 0.05) / (dark! + 0.05)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([
    [0.2, { unit: 'hours', count: 1 }],
    [3.1, { unit: 'hours', count: 4 }],
    [24.5, { unit: 'days', count: 2 }],
    [400, null],
  ])('LIV-21 says %d hours so that people understand it', (hours, expected) => {
    expect(answerTime(hours)).toEqual(expected);
  });
});

describe('the loop mark', () => {
  const secrets = openSecrets('a-key-that-only-the-tests-use-0123456789');

  it('S9 is known by this installation alone', () => {
    const mark = loopMark(secrets, newId());
    expect(isOwnLoopMark(secrets, mark)).toBe(true);
    expect(isOwnLoopMark(secrets, ` ${mark.toUpperCase()} `)).toBe(true);
    expect(isOwnLoopMark(openSecrets('another-key-another-key-another-key'), mark)).toBe(false);
    expect(isOwnLoopMark(secrets, newId().replaceAll('-', '') + mark.slice(32))).toBe(false);
    for (const bad of ['', 'x', mark.slice(0, -1), `${mark}0`])
      expect(isOwnLoopMark(secrets, bad)).toBe(false);
  });
});
