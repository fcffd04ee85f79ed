import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDesk } from './desk.ts';

/** A program that speaks to its starter as the product does: settings, two lines of output, readiness, SIGTERM. */
const PROGRAM = `
import { createServer } from 'node:http';
import { mkdirSync, writeFileSync, existsSync } from 'node:fs';
const { DATA_DIR, PORT, METRICS_PORT, LMTP_PORT, SMTP_PORT, GREETING, REFUSE, NODE_ENV } = process.env;
if (REFUSE) { console.error('SECRET_KEY: is a well-known value'); process.exit(2); }
const isFirst = !existsSync(DATA_DIR + '/postgres');
mkdirSync(DATA_DIR + '/postgres', { recursive: true });
writeFileSync(DATA_DIR + '/postgres/port', '5999\\n');
writeFileSync(DATA_DIR + '/postgres/password', 'abc\\n');
let asked = 0;
createServer((request, response) => {
  response.writeHead(request.url === '/health/ready' && ++asked > 2 ? 200 : 503).end();
}).listen(METRICS_PORT, '127.0.0.1', () => {
  const url = 'http://localhost:' + PORT;
  console.log([GREETING, NODE_ENV, LMTP_PORT, SMTP_PORT, process.argv.slice(2)].join(' '));
  console.log('Guichet is ready at ' + url);
  if (isFirst) console.log('Set-up link: ' + url + '/setup?token=t0');
});
process.on('SIGTERM', () => { console.log("stopped in order"); process.exit(0); });
`;

describe('a desk as a process of its own', () => {
  let folder = '';
  let program = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guichet-program-'));
    program = join(folder, 'main.mjs');
    writeFileSync(program, PROGRAM);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gets its ports and settings, and is waited for', async () => {
    const desk = await startDesk({ program, demo: true, env: { GREETING: 'hello' } });
    expect(desk.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(desk.setupLink).toBe(`${desk.url}/setup?token=t0`);
    expect(desk.databaseUrl).toBe('postgres://guichet:abc@127.0.0.1:5999/guichet');
    expect((await fetch(`${desk.metricsUrl}/health/ready`)).status).toBe(200);
    expect(desk.log()).toContain(`hello  ${desk.lmtpPort} ${desk.smtpPort} --demo\n`);
    await desk.stop();
    expect(desk.log()).toContain('stopped in order');
    expect(existsSync(desk.dataDir)).toBe(false);
  });

  it('is killed and started again on the same ports and data', async () => {
    const desk = await startDesk({ program });
    const first = desk.pid();
    expect(await desk.kill()).toEqual({ code: null, signal: 'SIGKILL' });
    await expect(fetch(desk.metricsUrl)).rejects.toThrow();
    await desk.restart();
    expect(desk.pid()).not.toBe(first);
    expect(desk.log().match(/Set-up link/g)).toHaveLength(1);
    expect(await desk.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await desk.stop();
  });

  it('tells what a desk said that ended instead of being ready', async () => {
    await expect(startDesk({ program, env: { REFUSE: 'yes' } })).rejects.toThrow(
      /ended with 2:\nSECRET_KEY: is a well/,
    );
  });
});
