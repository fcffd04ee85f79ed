// The program: reads the configuration, starts, and stops on SIGTERM or SIGINT.
import { dirname, join } from 'node:path';
import { openDemo } from './demo/index.ts';
import { BadConfig, readConfig } from './platform/config/index.ts';
import { openLog } from './platform/log/index.ts';
import { defaultDataDir } from './platform/postgres/index.ts';
import { start } from './start.ts';

const projectFolder = import.meta.dirname.endsWith(join('dist', 'server'))
  ? dirname(dirname(import.meta.dirname))
  : dirname(import.meta.dirname);
const isDemo = process.argv.includes('--demo');

try {
  const dataDir = defaultDataDir(projectFolder);
  const config = readConfig(process.env, isDemo ? join(dataDir, 'demo') : dataDir);
  const log = openLog(config.logLevel);
  const running = await start(config, log);
  const { ports } = running;
  if (isDemo) for (const line of await openDemo(running.platform)) console.log(line);
  if (ports.http !== null) console.log(`Guichet is ready at ${running.url}`);
  if (running.setupLink && !isDemo) console.log(`Set-up link: ${running.setupLink}`);
  if (ports.lmtp !== null)
    console.log(
      `Mail is taken by LMTP on port ${ports.lmtp}${ports.smtp === null ? '' : `, by SMTP on port ${ports.smtp}`}`,
    );
  if (ports.metrics !== null) console.log(`Health and metrics: http://127.0.0.1:${ports.metrics}/health`);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    // What hangs must not keep the process for ever; everything acknowledged is committed anyway.
    setTimeout(() => process.exit(1), 25_000).unref();
    await running.stop();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  const isKnown = error instanceof BadConfig;
  console.error(`Guichet does not start: ${error instanceof Error ? error.message : String(error)}`);
  if (!isKnown && process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exit(1);
}
