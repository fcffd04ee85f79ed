import { describe, expect, it } from 'vitest';
import { networkOf, normalEmail, normalPhone } from './addresses.ts';
import { describeDevice } from './devices.ts';
import { isPublicMailDomain } from './public-mail-domains.ts';
import { newVisitorId } from './visitor-ids.ts';

describe('LIV-07 addresses are kept in one form', () => {
  it.each([
    [' Léa@Canal.Example ', 'léa@canal.example'],
    ['nobody', null],
    ['a b@c.example', null],
    ['', null],
    [null, null],
  ])('e-mail %j', (written, kept) => expect(normalEmail(written)).toBe(kept));

  it.each([
    ['06 12 34 56 78', 'fr', '+33612345678'],
    ['06.12.34.56.78', 'en', '0612345678'],
    ['+33 (0)6 12-34-56-78', 'fr', '+33612345678'],
    ['0033 6 12 34 56 78', 'en', '+33612345678'],
    ['+44 20 7946 0958', 'en', '+442079460958'],
    ['3949', 'fr', '3949'],
    ['12', 'fr', null],
    ['call me', 'fr', null],
    ['', 'fr', null],
  ] as const)('phone %j (%s)', (written, language, kept) =>
    expect(normalPhone(written, language)).toBe(kept));
});

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:0:1::9', '2001:db8:0:1::/64'],
  ['2001:0db8:0000:0001:1:2:3:4', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('S28 %s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

it.each([
  ['gmail.com', true],
  ['yahoo.co.uk', true],
  ['hotmail.fr', true],
  ['orange.fr', true],
  ['localhost', true],
  ['[192.0.2.1]', true],
  ['velos-du-canal.example', false],
  ['yahoo-repairs.example', false],
  ['mail.canal.example', false],
])('the domain %s is open to everybody: %s', (domain, isPublic) =>
  expect(isPublicMailDomain(domain)).toBe(isPublic));

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    'Chrome · macOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
    'Chrome · Android',
  ],
  ['curl/8', ''],
])('the device of %s', (userAgent, device) => expect(describeDevice(userAgent)).toBe(device));

it('LIV-07 a visitor id is easy to read aloud', () => {
  const ids = Array.from({ length: 500 }, newVisitorId);
  for (const id of ids) expect(id).toMatch(/^V-[2-9A-HJKMNP-TV-Z]{6}$/);
  expect(new Set(ids).size).toBeGreaterThan(495);
});
