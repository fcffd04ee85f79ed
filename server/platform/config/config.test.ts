import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('configuration', () => {
  it('S36 makes a secret key once and keeps it readable by its owner only', () => {
    const first = readConfig({}, folder);
    expect(readConfig({}, folder).secretKey).toBe(first.secretKey);
    expect(first.secretKey.length).toBeGreaterThanOrEqual(43);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'secret.key'), 'utf8')).toBe(first.secretKey);
  });

  it.each([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['SECRET_KEY', { SECRET_KEY: 'short' }],
    ['SECRET_KEY', { SECRET_KEY: 'x'.repeat(40) }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
    ['ROLES', { ROLES: 'web,cook' }],
    ['SMTP_URL', { SMTP_URL: 'localhost:25' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'javascript:alert(1)' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('S36 refuses a wrong %s with one line that names it', (name, env) => {
    let message = '';
    try {
      readConfig(env, folder);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(new RegExp(`^${name}: .+`));
    expect(message).not.toContain('\n');
  });

  it('S36 listens on loopback and tells no port of mail when it is off', () => {
    const config = readConfig({ LMTP_PORT: 'off', SMTP_PORT: '0' }, folder);
    expect(config).toMatchObject({ host: '127.0.0.1', mailHost: '127.0.0.1', lmtpPort: null, smtpPort: 0 });
    expect([...config.roles]).toEqual(['web', 'worker', 'clock']);
  });
});
