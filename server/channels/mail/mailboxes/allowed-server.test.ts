import { describe, expect, it } from 'vitest';
import { addressOfServer, isAllowed, ServerNotAllowed } from './allowed-server.ts';

describe('S24 the servers that a mailbox may name', () => {
  it.each([
    '93.184.216.34',
    '10.0.0.5',
    '192.168.1.2',
    '127.0.0.1',
    '::1',
    '2001:db8::1',
  ])('%s may', address => {
    expect(isAllowed(address, 993)).toBe(true);
  });

  it.each([
    '169.254.169.254',
    '169.254.0.1',
    '::ffff:169.254.169.254',
    'fe80::1',
    '0.0.0.0',
    'fd00:ec2::254',
    '::',
  ])('%s may not', address => {
    expect(isAllowed(address, 993)).toBe(false);
  });

  it.each([
    [25, true],
    [143, true],
    [465, true],
    [587, true],
    [993, true],
    [2525, true],
    [1024, true],
    [22, false],
    [80, false],
    [443, false],
  ])('port %i: %s', (port, may) => {
    expect(isAllowed('127.0.0.1', port)).toBe(may);
  });

  it('are connected to at the address that was checked', async () => {
    expect(['127.0.0.1', '::1']).toContain(await addressOfServer({ host: 'localhost', port: 993 }));
    await expect(addressOfServer({ host: '169.254.169.254', port: 993 })).rejects.toThrow(ServerNotAllowed);
  });
});
