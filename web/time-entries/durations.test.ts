import { describe, expect, it } from 'vitest';
import { durationInput, durationText, readDuration } from './durations.ts';
import { moneyText, readMoney } from './money.ts';

describe('durations and money as they are typed', () => {
  it.each([
    ['45', 45],
    ['90 min', 90],
    ['1:30', 90],
    ['1h30', 90],
    ['1 h', 60],
    ['2 h 05', 125],
    ['24:00', 1440],
    ['0', null],
    ['1:75', null],
    ['25h', null],
    ['-5', null],
    ['', null],
    ['soon', null],
  ])('ZOH-16 “%s” is %s minutes', (typed, minutes) => {
    expect(readDuration(typed)).toBe(minutes);
  });

  it('ZOH-16 what is shown for editing reads as the same', () => {
    for (const minutes of [1, 59, 60, 61, 125, 1440])
      expect(readDuration(durationInput(minutes))).toBe(minutes);
    expect(durationText(65)).toBe('1\u00a0h\u00a005');
  });

  it.each([
    ['65', 'EUR', 6500],
    ['65,5', 'EUR', 6550],
    ['65.50', 'EUR', 6550],
    ['1 200', 'JPY', 1200],
    ['0.29', 'EUR', 29],
    ['65.505', 'EUR', null],
    ['65.5', 'JPY', null],
    ['-1', 'EUR', null],
    ['', 'EUR', null],
  ])('ZOH-16 “%s” %s is %s in the smallest unit', (typed, currency, minor) => {
    expect(readMoney(typed, currency)).toBe(minor);
  });

  it('ZOH-16 shows money with the digits of its currency', () => {
    expect(moneyText('en', { minor: 6550, currency: 'EUR' })).toBe('€65.50');
    expect(moneyText('en', { minor: 1200, currency: 'JPY' })).toMatch(/1,200$/);
  });
});
