// Starts the roles asked for, and stops them again without leaving anything half done.
import { join } from 'node:path';
import pg from 'pg';
import { startMailIn, stopMailTasks } from './channels/mail/index.ts';
import { startClock } from './clock.ts';
import { ensureSetupToken } from './desk/people/index.ts';
import { knownTickets } from './desk/tickets/index.ts';
import { changedAt } from './desk/workspaces/index.ts';
import { composeHttp } from './http.ts';
import { bellsOf } from './platform/bell/index.ts';
import { BadConfig, type Config } from './platform/config/index.ts';
import { openSecrets } from './platform/crypto/index.ts';
import { migrate, openDatabase } from './platform/db/index.ts';
import { setReactions } from './platform/events/index.ts';
import { diskStorage } from './platform/files/index.ts';
import { newId } from './platform/ids/index.ts';
import type { Platform } from './platform/index.ts';
import { keepHeartbeat, startWorker } from './platform/jobs/index.ts';
import { startLive } from './platform/live/index.ts';
import type { Log } from './platform/log/index.ts';
import { liveConnections, serveHealth } from './platform/metrics/index.ts';
import { checkSafeSettings, startPostgres } from './platform/postgres/index.ts';
import { reactions } from './reactions.ts';
import { composeTasks } from './tasks.ts';

export interface Running {
  platform: Platform;
  ownerUrl: string;
  url: string;
  setupLink: string | null;
  ports: { http: number | null; metrics: number | null; lmtp: number | null; smtp: number | null };
  stop(): Promise<void>;
}

/** What comes with the program: beside the bundle in dist/, or in the tree when it runs from its sources. */
const here = import.meta.dirname;
const isBuilt = here.endsWith(join('dist', 'server'));
const migrationsFolder = join(here, '..', 'migrations');
const webFolder = isBuilt ? join(here, '..', 'web') : join(here, '..', 'dist', 'web');

/**
 * Brings everything up: database, schema, then the roles of the configuration.
 * @throws BadConfig or Error with one clear line when something is wrong or unsafe (S36)
 */
export async function start(config: Config, log: Log): Promise<Running> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse())
      await one().catch(error => log.error({ err: error }, 'stopping'));
  };
  try {
    return await startAll(config, log, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  config: Config,
  log: Log,
  stops: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<Running> {
  const postgres = config.databaseUrl ? null : await startPostgres({ dataDir: config.dataDir, log });
  if (postgres) stops.push(() => postgres.stop());
  const ownerUrl = config.databaseUrl ?? postgres!.url;
  const secrets = openSecrets(config.secretKey);
  const databaseName = new URL(ownerUrl).pathname.slice(1);
  const { appUrl } = await migrate({
    ownerUrl,
    folder: migrationsFolder,
    appRole: `${databaseName}_app`,
    appPassword: secrets.databasePassword,
  });
  // The queue works as the owner: what is set for one role only counts as well.
  for (const url of [appUrl, ownerUrl]) await refuseUnsafe(url);
  const database = openDatabase({
    url: appUrl,
    preparesStatements: config.preparesStatements,
    onError: error => log.warn({ err: error }, 'database connection lost'),
  });
  stops.push(() => database.close());
  await database.measureClock();
  const clockTimer = setInterval(() => void database.measureClock().catch(() => {}), 10_000);
  stops.push(async () => clearInterval(clockTimer));
  setReactions(reactions);
  const storage = diskStorage(join(config.dataDir, 'files'));
  const platform: Platform = { config, database, secrets, storage, log };
  const setupToken = await ensureSetupToken(platform);

  const ports: Running['ports'] = { http: null, metrics: null, lmtp: null, smtp: null };
  let isStopping = false;
  if (config.roles.has('worker')) {
    stops.push(() => stopMailTasks(platform));
    const worker = await startWorker({ ownerUrl, tasks: composeTasks(platform), log });
    stops.push(() => worker.stop());
    const heartbeat = keepHeartbeat(worker.pool, newId(), [...config.roles], () => worker.lockNames, log);
    stops.push(() => heartbeat.stop());
    await heartbeat.first;
    const mailIn = await startMailIn(platform);
    stops.push(() => mailIn.stop());
    Object.assign(ports, { lmtp: mailIn.lmtpPort, smtp: mailIn.smtpPort });
  }
  if (config.roles.has('clock')) {
    const clock = startClock(platform);
    stops.push(() => clock.stop());
  }
  if (config.roles.has('web')) {
    const { app, door } = await composeHttp(platform, webFolder);
    await app.listen({ host: config.host, port: config.port });
    stops.push(() => app.close());
    ports.http = (app.server.address() as { port: number }).port;
    const parts = { http: app.server, database, door, log };
    const live = startLive({ ...parts, known: knownTickets, settingsVersion: changedAt, bellsOf });
    const gauge = setInterval(() => liveConnections.set(live.connections()), 5_000);
    stops.push(async () => clearInterval(gauge));
    stops.push(() => live.stop());
  }
  if (config.metricsPort !== null) {
    const health = await serveHealth(config.metricsPort, async () => {
      if (isStopping) return 'stopping';
      await database.pool.query('select 1');
      return null;
    });
    stops.push(() => health.stop());
    ports.metrics = health.port;
  }
  stops.push(async () => {
    isStopping = true;
  });
  const setupLink = setupToken ? `${config.publicUrl}/setup?token=${setupToken}` : null;
  return { platform, ownerUrl, url: config.publicUrl, setupLink, ports, stop };
}

/** @throws BadConfig when the database could lose what it said it kept, or lets the app do too much (S36) */
async function refuseUnsafe(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const unsafe = await checkSafeSettings(client);
    const first = unsafe[0];
    if (first)
      throw new BadConfig(
        `the database is not safe to use: ${first.setting} is ${first.value}; ${first.reason}`,
      );
  } finally {
    await client.end();
  }
}
