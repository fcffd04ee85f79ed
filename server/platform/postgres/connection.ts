// The owner's first connection: proves that the server is ours and that the product's database exists.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { OWNER } from './cluster.ts';

const CREATE_ATTEMPTS = 50;
const RETRY_MS = 100;
// Duplicate database, its name taken meanwhile, or its template in use.
const AT_WORK_ALREADY = ['42P04', '23505', '55006'];

/** Gives the owner's connection URL on loopback. */
export function ownerUrl(port: number, password: string, database = OWNER): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Gives the server's version if it answers the owner and serves `cluster`, making the product's database where it is missing;
 * throws where it does not answer.
 */
export async function greet(port: number, password: string, cluster: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(ownerUrl(port, password), cluster);
    } catch (error) {
      const code = codeOf(error);
      if (code === '28P01')
        throw new Error(`The file "password" beside ${cluster} does not hold the database's password.`);
      if (code !== '3D000' || attempt === CREATE_ATTEMPTS) throw error;
      await createDatabase(ownerUrl(port, password, 'postgres'));
    }
  }
}

// A starter that was killed may have left the server at work on the very same statement.
async function createDatabase(url: string): Promise<void> {
  try {
    await withClient(url, client => client.query(`create database ${OWNER}`));
  } catch (error) {
    if (!AT_WORK_ALREADY.includes(codeOf(error))) throw error;
    await pause(RETRY_MS);
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? '';
}

async function ask(url: string, cluster: string): Promise<string> {
  const { rows } = await withClient(url, client =>
    client.query<{ version: string; folder: string }>(
      "select current_setting('server_version') as version, current_setting('data_directory') as folder",
    ),
  );
  const answer = rows[0];
  if (answer?.folder !== cluster)
    throw new Error(`Another database server answers in place of the one in ${cluster}.`);
  return answer.version;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  });
  // A server that stops in mid-talk also fails the query; this keeps its second word from ending the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
