// Builds a desk of a chosen size, in a database of its own, as the database's owner and set by set.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../server/platform/config/index.ts';
import { openSecrets } from '../server/platform/crypto/index.ts';
import { type Database, migrate, openDatabase } from '../server/platform/db/index.ts';
import { startPostgres } from '../server/platform/postgres/index.ts';
import { proveDocuments, writeDocuments } from './build/documents.ts';
import { fillBatch } from './build/fill-sql.ts';
import { makeFrame } from './build/frame.ts';
import { addPeople, peopleFor } from './build/people.ts';
import { planEvents, planMessages, planTickets } from './build/plan-sql.ts';
import { setForBuilding } from './build/server-settings.ts';
import { prepareSession } from './build/session.ts';

const batch = 10_000;
const migrationsFolder = join(import.meta.dirname, '..', 'migrations');
const quiet = { info() {}, warn: (message: string) => console.error(message) };

/**
 * Makes sure that `dataDir` holds a desk with so many tickets: keeps a whole one that is there, else builds it anew.
 * The embedded server is stopped afterwards.
 */
export async function ensureWorkspace(
  dataDir: string,
  tickets: number,
  options: { fresh: boolean; say(text: string): void },
): Promise<void> {
  if (existsSync(dataDir) && (options.fresh || !(await isWhole(dataDir, tickets)))) {
    rmSync(dataDir, { recursive: true });
  }
  if (existsSync(dataDir)) return;
  const { secretKey } = readConfig({ DATA_DIR: dataDir }, dataDir);
  const unset = setForBuilding(dataDir);
  const postgres = await startPostgres({ dataDir, log: quiet });
  try {
    const { appUrl } = await migrate({
      ownerUrl: postgres.url,
      folder: migrationsFolder,
      appRole: `${new URL(postgres.url).pathname.slice(1)}_app`,
      appPassword: openSecrets(secretKey).databasePassword,
    });
    const database = openDatabase({ url: appUrl, max: 2 });
    const owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    try {
      await build(owner, postgres.url, database, tickets, options.say);
    } finally {
      await owner.end();
      await database.close();
    }
  } finally {
    await postgres.stop();
    unset();
  }
}

async function isWhole(dataDir: string, tickets: number): Promise<boolean> {
  const postgres = await startPostgres({ dataDir, log: quiet });
  const owner = new pg.Client({ connectionString: postgres.url });
  try {
    await owner.connect();
    const { rows } = await owner.query('select tickets from bench.built');
    return rows[0]?.tickets === tickets;
  } catch {
    return false;
  } finally {
    await owner.end();
    await postgres.stop();
  }
}

async function build(
  owner: pg.Client,
  ownerUrl: string,
  database: Database,
  tickets: number,
  say: (text: string) => void,
): Promise<void> {
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  const workspaceId = await makeFrame(database, owner);
  await prepareSession(owner, workspaceId);
  const people = peopleFor(tickets);
  await addPeople(owner, workspaceId, people);
  for (let first = 1; first <= tickets; first += batch) {
    const last = Math.min(tickets, first + batch - 1);
    const plan = [planTickets(first, last, tickets, people.contacts), planMessages, planEvents];
    await owner.query(['begin', ...plan, ...fillBatch(workspaceId), 'commit'].join(';\n'));
    if (last % 100_000 === 0 || last === tickets) say(`${last} tickets after ${seconds()}`);
  }
  await owner.query(`update counters set value = ${tickets} where workspace_id = '${workspaceId}'`);
  await owner.query('analyze tickets, messages');
  await buildDocuments(owner, ownerUrl, workspaceId, tickets);
  await proveDocuments(owner, database, workspaceId);
  say(`documents after ${seconds()}`);
  await owner.query('vacuum (analyze)');
  await owner.query('checkpoint');
  await owner.query(`create schema bench; create table bench.built (tickets int, workspace_id uuid)`);
  await owner.query('insert into bench.built values ($1, $2)', [tickets, workspaceId]);
  say(`whole after ${seconds()}`);
}

/** The index of the words is made afterwards: filling it row by row takes several times as long. */
async function buildDocuments(
  owner: pg.Client,
  ownerUrl: string,
  workspaceId: string,
  tickets: number,
): Promise<void> {
  const { rows } = await owner.query<{ definition: string }>(
    `select pg_get_indexdef('ticket_documents_words'::regclass) as definition`,
  );
  await owner.query('drop index ticket_documents_words');
  let next = 1;
  const write = async () => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query('set synchronous_commit = off');
    for (let first = next; first <= tickets; first = next) {
      next += batch;
      await writeDocuments(client, workspaceId, first, Math.min(tickets, first + batch - 1));
    }
    await client.end();
  };
  await Promise.all([write(), write()]);
  await owner.query(rows[0]!.definition);
}
