// The product as it runs in real life: the built program, in a process of its own, on ports of loopback.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Program {
  pid: number;
  ports: { http: number; lmtp: number; metrics: number };
  /** Milliseconds from its start until it said that it was ready. */
  readyAfterMs: number;
  /** Ends it as a service manager would (SIGTERM). Gives how many milliseconds that took. */
  stop(): Promise<number>;
}

const patienceMs = 60_000;

/** Starts the program `main` over a data folder and waits until it is ready. @throws when it is not built or does not start */
export async function startProgram(main: string, dataDir: string): Promise<Program> {
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build first`);
  const [http, lmtp, metrics] = await freePorts(3);
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: `${http}`,
    LMTP_PORT: `${lmtp}`,
    SMTP_PORT: 'off',
    METRICS_PORT: `${metrics}`,
  };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => said.push(String(chunk)));
  while (!(await isReady(metrics!))) {
    if (child.exitCode !== null) throw new Error(`the product did not start: ${said.join('')}`);
    if (performance.now() - startedAt > patienceMs)
      throw new Error('the product is not ready after a minute');
    await pause(10);
  }
  const readyAfterMs = performance.now() - startedAt;
  const ports = { http: http!, lmtp: lmtp!, metrics: metrics! };
  return { pid: child.pid!, ports, readyAfterMs, stop: () => end(child) };
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    reply => reply.ok,
    () => false,
  );
}

async function end(child: ChildProcess): Promise<number> {
  const startedAt = performance.now();
  const ended = new Promise(resolve => child.once('exit', resolve));
  if (child.exitCode === null && child.kill('SIGTERM')) await ended;
  return performance.now() - startedAt;
}

/** Ports that nobody listens on now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>(resolve => {
          const server = createServer();
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map(server => (server.address() as { port: number }).port);
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}
