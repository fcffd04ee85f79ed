import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyData, embeddedUrl, stopEmbedded } from './desk-database.ts';
import { freePorts } from './ports.ts';
import { type Ending, endOf, killAtExit } from './processes.ts';
import { waitFor } from './wait.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const START_MS = 90_000;
const STOP_MS = 30_000;

export type DeskOptions = {
  /** Settings on top of the ports and DATA_DIR, such as SMTP_URL or DATABASE_URL. */
  env?: Record<string, string>;
  /** Start with the sample company. */
  demo?: boolean;
  /** The data folder of a stopped desk, whose copy this one begins with; a fresh one when absent. */
  from?: string;
  /** The file to run with Node.js; the built product when absent. */
  program?: string;
};

export type Desk = {
  /** Where a browser goes. */
  url: string;
  /** The one-time link of the first run; undefined once a workspace exists. */
  setupLink: string | undefined;
  metricsUrl: string;
  lmtpPort: number;
  smtpPort: number;
  dataDir: string;
  /** The owner's connection, which row-level security does not bind. */
  databaseUrl: string;
  /** The process that runs now. */
  pid(): number;
  /** All that was printed so far, over all starts. */
  log(): string;
  /** Sends a signal (SIGKILL by default), waits for the end and says how it ended; the data stays. */
  kill(signal?: NodeJS.Signals): Promise<Ending>;
  /** Starts again after `kill`, on the same ports and data, and waits until it is ready. */
  restart(): Promise<void>;
  /** Ends the desk by SIGTERM, its embedded database too, and removes its data. Throws when it does not end by itself. */
  stop(): Promise<void>;
};

/**
 * Starts the built product as a process of its own, with free ports and a data folder of its own, and waits until it says
 * that it is ready. Throws with all that it printed when it ends before, or is not ready within 90 s.
 */
export async function startDesk({
  env = {},
  demo = false,
  from,
  program = PROGRAM,
}: DeskOptions = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-desk-'));
  // started by root, the embedded database runs as another user, who has to pass through
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  if (from) copyData(from, dataDir);
  const [port = 0, lmtpPort = 0, smtpPort = 0, metricsPort = 0] = await freePorts(4);
  const metricsUrl = `http://127.0.0.1:${metricsPort}`;
  const settings = {
    ...inherited(),
    DATA_DIR: dataDir,
    PORT: String(port),
    LMTP_PORT: String(lmtpPort),
    SMTP_PORT: String(smtpPort),
    METRICS_PORT: String(metricsPort),
    ...env,
  };
  let output = '';
  let run: { child: ChildProcess; forget: () => void };
  const launch = async () => {
    const saidBefore = output.length;
    run = runProgram(program, demo ? ['--demo'] : [], settings, text => {
      output += text;
    });
    await untilReady(run.child, metricsUrl, () => output.slice(saidBefore));
  };
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    run.child.kill(signal);
    const ending = await endOf(run.child, STOP_MS);
    if (!ending) throw new Error(`the desk did not end within ${STOP_MS} ms of ${signal}:\n${output}`);
    run.forget();
    return ending;
  };
  const clear = async () => {
    await stopEmbedded(dataDir);
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    await launch();
  } catch (error) {
    await kill();
    await clear();
    throw error;
  }
  return {
    url: /Guichet is ready at (\S+)/.exec(output)?.[1] ?? '',
    setupLink: /Set-up link: (\S+)/.exec(output)?.[1],
    metricsUrl,
    lmtpPort,
    smtpPort,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? embeddedUrl(dataDir),
    pid: () => run.child.pid!,
    log: () => output,
    kill,
    restart: launch,
    async stop() {
      try {
        await kill('SIGTERM');
      } catch (error) {
        await kill('SIGKILL');
        throw error;
      } finally {
        await clear();
      }
    },
  };
}

// nothing of the tests' own environment (NODE_ENV, DATABASE_URL, ...) reaches the product
function inherited(): Record<string, string> {
  const { PATH = '', HOME = '', LANG = 'C.UTF-8' } = process.env;
  return { PATH, HOME, LANG };
}

function runProgram(
  program: string,
  words: string[],
  env: Record<string, string>,
  hear: (text: string) => void,
): { child: ChildProcess; forget: () => void } {
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => hear(String(chunk)));
  return { child, forget: killAtExit(child, 'SIGTERM') };
}

async function untilReady(child: ChildProcess, metricsUrl: string, said: () => string): Promise<void> {
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  try {
    await waitFor(
      'the desk to be ready',
      async () => {
        if (isOver()) return true;
        const { ok } = await fetch(`${metricsUrl}/health/ready`, { signal: AbortSignal.timeout(2_000) });
        return ok && /Guichet is ready at \S+\s/.test(said());
      },
      { within: START_MS },
    );
  } catch (error) {
    throw new Error(`the desk is not ready:\n${said()}`, { cause: error });
  }
  if (isOver()) throw new Error(`the desk ended with ${child.signalCode ?? child.exitCode}:\n${said()}`);
  // the link of the first run is printed in the same breath as the address
  await waitFor('the set-up link', () => /Set-up link: \S+\s/.test(said()), { within: 300 }).catch(
    () => undefined,
  );
}
