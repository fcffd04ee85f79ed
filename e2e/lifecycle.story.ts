// The program as its operator sees it: starting, being killed, stopping, refusing, a second process beside it.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, startDesk } from './support/desk.ts';
import { sendLmtp } from './support/lmtp.ts';
import { canConnect, endOf } from './support/processes.ts';
import { waitFor } from './support/wait.ts';

const program = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));
const agent = { email: 'lea@velo.example', password: 'un mot de passe assez long' };
const support = 'support@velo.example';

/** What an agent's browser does, without the browser: cookies kept, the token sent back. */
function visitor(url: string) {
  let cookie = '';
  let csrf = '';
  return async (method: string, path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json', cookie, 'x-csrf-token': csrf };
    const init = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    const answer = await fetch(`${url}/api${path}`, init);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await answer.text();
    const reply = text ? JSON.parse(text) : undefined;
    csrf = reply?.csrfToken ?? csrf;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return reply;
  };
}

async function signIn(url: string) {
  const call = visitor(url);
  await call('POST', '/session', agent);
  return call;
}

async function subjects(call: ReturnType<typeof visitor>): Promise<string[]> {
  const { tickets } = await call('GET', '/w/velo/tickets?view=all');
  return tickets.map((ticket: { subject: string }) => ticket.subject).sort();
}

async function mail(port: number, subject: string) {
  const raw = `From: anne@client.example\r\nTo: ${support}\r\nSubject: ${subject}\r\nMessage-ID: <${crypto.randomUUID()}@client.example>\r\n\r\nBonjour.\r\n`;
  const [answer] = await sendLmtp({ port }, { from: 'anne@client.example', to: [support], raw });
  expect(answer).toMatchObject({ accepted: true });
}

function postmaster(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    // A zombie is over, it only has not been asked how it ended.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('the life of the program', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk?.stop());

  it('S36 the first start prints the link for setting up, which works once', async () => {
    expect(desk.setupLink).toMatch(/^http:\/\/localhost:\d+\/setup\?token=\S{20,}$/);
    expect((await fetch(desk.setupLink!)).status).toBe(200);
    const token = new URL(desk.setupLink!).searchParams.get('token');
    const call = visitor(desk.url);
    const first = {
      token,
      workspaceName: 'Vélo',
      language: 'fr',
      brandColour: '#0f766e',
      name: 'Léa',
      ...agent,
    };
    const session = await call('POST', '/setup', first);
    expect(session.workspaces).toMatchObject([{ slug: 'velo', role: 'administrator' }]);
    await expect(visitor(desk.url)('POST', '/setup', first)).rejects.toThrow(/: 4\d\d /);
    await call('POST', '/w/velo/mailboxes', {
      name: 'Vélo',
      address: support,
      imap: null,
      smtp: null,
      folderId: null,
      teamId: null,
      language: 'fr',
      acknowledges: true,
      usesPlusAddress: false,
      isEnabled: true,
    });
    await mail(desk.lmtpPort, 'Avant');
    await waitFor('the ticket', async () => (await subjects(call)).includes('Avant'));
  });

  it('S36 health and metrics answer on their own port only', async () => {
    for (const path of ['/health/live', '/health/ready', '/health', '/metrics']) {
      expect((await fetch(`${desk.metricsUrl}${path}`)).status, path).toBe(200);
      const onWeb = await (await fetch(`${desk.url}${path}`)).text();
      expect(onWeb, path).not.toMatch(/"live"|"ready"|guichet_|process_cpu/);
    }
    expect(await (await fetch(`${desk.metricsUrl}/metrics`)).text()).toMatch(
      /^guichet_mails_taken_total\{.*\} 1$/m,
    );
  });

  it('P1 kill -9 and a new start: nothing is lost, and the database that went on running is adopted', async () => {
    const database = postmaster(desk.dataDir);
    await mail(desk.lmtpPort, 'Pendant');
    expect(await desk.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    expect(isAlive(database)).toBe(true);
    const startedAt = Date.now();
    await desk.restart();
    console.log(`lifecycle: ready ${Date.now() - startedAt} ms after a kill -9`);
    expect(postmaster(desk.dataDir)).toBe(database);
    const call = await signIn(desk.url);
    // Taken with 250 an instant before the kill: whoever was reading it has to be counted as dead first (P5: 60 s).
    await waitFor('both tickets', async () => (await subjects(call)).join() === 'Avant,Pendant', {
      within: 60_000,
      every: 250,
    });
    console.log(`lifecycle: all filed ${Date.now() - startedAt} ms after a kill -9`);
  });

  it('a second process on the same database serves the same workspace', async () => {
    const key = readFileSync(join(desk.dataDir, 'secret.key'), 'utf8').trim();
    const other = await startDesk({ env: { DATABASE_URL: desk.databaseUrl, SECRET_KEY: key } });
    try {
      expect(other.setupLink).toBeUndefined();
      expect(existsSync(join(other.dataDir, 'postgres'))).toBe(false);
      const call = await signIn(other.url);
      await mail(other.lmtpPort, 'À côté');
      await waitFor('the ticket, seen from both', async () =>
        [await subjects(call), await subjects(await signIn(desk.url))].every(all => all.includes('À côté')),
      );
    } finally {
      await other.stop();
    }
    expect((await fetch(`${desk.metricsUrl}/health/ready`)).status).toBe(200);
  });

  it('SIGTERM ends it with code 0, its database too, and frees the ports', async () => {
    const database = postmaster(desk.dataDir);
    const ports = [desk.url, desk.metricsUrl].map(url => Number(new URL(url).port));
    ports.push(desk.lmtpPort, desk.smtpPort, Number(new URL(desk.databaseUrl).port));
    for (const port of ports) expect(await canConnect(port), String(port)).toBe(true);
    expect(await desk.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(isAlive(database)).toBe(false);
    for (const port of ports) expect(await canConnect(port), String(port)).toBe(false);
    await desk.restart();
    expect(await subjects(await signIn(desk.url))).toEqual(['Avant', 'Pendant', 'À côté'].sort());
  });
});

describe('what the program refuses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-refused-'));
  chmodSync(folder, 0o711);
  const children: ChildProcess[] = [];
  afterAll(() => {
    for (const child of children)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['a short secret key', { SECRET_KEY: 'court' }, /SECRET_KEY/],
    ['an open address without PUBLIC_URL', { HOST: '0.0.0.0' }, /PUBLIC_URL/],
    [
      'a database that nobody can reach',
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
      /127\.0\.0\.1:1|DATABASE_URL/,
    ],
  ])('S36 it does not start with %s, and says why in one line', async (_what, env, reason) => {
    const { PATH = '', HOME = '' } = process.env;
    const settings = {
      PATH,
      HOME,
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      LMTP_PORT: '0',
      SMTP_PORT: '0',
      METRICS_PORT: '0',
    };
    const child = spawn(process.execPath, [program], {
      env: { ...settings, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', text => {
        said += text;
      });
    const closed = new Promise(resolve => child.once('close', resolve));
    expect(await endOf(child, 30_000)).toEqual({ code: 1, signal: null });
    await closed;
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toMatch(/^Guichet does not start: /);
    expect(said).toMatch(reason);
  });
});
