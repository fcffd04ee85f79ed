import { describe, expect, it } from 'vitest';
import { countHands } from './hands.ts';
import { nextTryAt, outcomeOf } from './outcome.ts';

const smtp = (responseCode: number, command: string, code = 'EENVELOPE') =>
  Object.assign(new Error('x'), { responseCode, command, code, response: `${responseCode} said the server` });

describe('what an answer of a mail server means', () => {
  it.each([
    ['F4', 'failed', smtp(550, 'RCPT TO')],
    ['F4', 'failed', smtp(554, 'DATA', 'EMESSAGE')],
    ['F4', 'failed', smtp(552, 'MAIL FROM')],
    ['F4', 'deferred', smtp(451, 'RCPT TO')],
    ['F4', 'deferred', smtp(421, 'CONN', 'ECONNECTION')],
    ['F4', 'deferred', smtp(503, 'DATA')],
    ['F26', 'deferred', smtp(535, 'AUTH PLAIN', 'EAUTH')],
    ['F26', 'deferred', smtp(530, 'MAIL FROM')],
    ['F26', 'deferred', Object.assign(new Error('certificate has expired'), { code: 'ETLS' })],
    ['F4', 'deferred', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET' })],
  ])('%s %s: %s', (_id, state, error) => {
    expect(outcomeOf(error).state).toBe(state);
  });

  it('F26 tells trouble of the server or of ours from a word about the mail', () => {
    expect(outcomeOf(smtp(535, 'AUTH PLAIN', 'EAUTH')).isOurs).toBe(true);
    expect(outcomeOf(smtp(421, 'CONN', 'ECONNECTION')).isOurs).toBe(true);
    expect(outcomeOf(smtp(451, 'RCPT TO')).isOurs).toBe(false);
    expect(outcomeOf(smtp(550, 'RCPT TO')).isOurs).toBe(false);
  });

  it('keeps the server’s own words, on one line', () => {
    const error = Object.assign(smtp(550, 'RCPT TO'), { response: '550-5.1.1 No such\r\n550 person' });
    expect(outcomeOf(error).detail).toBe('550-5.1.1 No such 550 person');
    expect(outcomeOf(new Error('no server'))).toEqual({
      state: 'deferred',
      detail: 'no server',
      isOurs: true,
    });
  });

  it('names the time of the queue’s next try', () => {
    const now = new Date('2026-11-22T10:00:00Z');
    const seconds = (failures: number) => (nextTryAt(now, failures).getTime() - now.getTime()) / 1000;
    expect(seconds(1)).toBeCloseTo(Math.E, 2);
    expect(seconds(10)).toBe(seconds(20));
    expect(
      Array.from({ length: 21 }, (_, at) => seconds(at + 1)).reduce((sum, one) => sum + one) / 86_400,
    ).toBeGreaterThan(3);
  });
});

describe('the hands of the worker', () => {
  it('F4 are not all held by a server that does not answer', async () => {
    let time = 0;
    const hands = countHands(() => time);
    const ends: (() => void)[] = [];
    const hold = () => hands.lend('slow', () => new Promise<void>(resolve => ends.push(resolve)));
    const held = [hold(), hold(), hold()];
    expect(hands.isBusy('slow')).toBe(true);
    expect(hands.isBusy('other')).toBe(false);
    ends[0]!();
    await held[0];
    held.push(hold());
    expect(hands.isBusy('slow')).toBe(false);
    time += 11_000;
    expect(hands.isBusy('slow')).toBe(true);
    for (const end of ends) end();
    await Promise.all(held);
    expect(hands.isBusy('slow')).toBe(false);
  });
});
