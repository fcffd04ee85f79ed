import { describe, expect, it } from 'vitest';
import { darkGround, lightGround, rampOf } from './brand-colours.ts';
import { contrast, toHex, toOklch } from './oklch.ts';

const brands = [
  '#000000',
  '#ffffff',
  '#ffd500',
  '#00ff00',
  '#0a66c2',
  '#e4002b',
  '#7f7f7f',
  '#5b2a86',
  '#ff8ad8',
];

describe('the accent made of a brand colour', () => {
  it.each(brands)('WCAG 1.4.3 %s carries white text and reads on every ground', brand => {
    const ramp = rampOf(brand);
    expect(contrast(ramp[6], '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ramp[7], '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ramp[6], lightGround)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ramp[4], darkGround)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ramp[9], ramp[1])).toBeGreaterThanOrEqual(4.5);
    expect(ramp.every(shade => /^#[0-9a-f]{6}$/.test(shade))).toBe(true);
  });

  it('comes back to the colour it started from', () => {
    for (const brand of brands) expect(toHex(toOklch(brand))).toBe(brand);
  });

  it('leaves a readable brand colour as it is', () => {
    expect(rampOf('#0a58ca')[6]).toBe('#0a58ca');
  });
});
