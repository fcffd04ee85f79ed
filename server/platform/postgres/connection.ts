// The owner's first connection: proves that the server is ours and that the product's database exists.
import pg from 'pg';
import { OWNER } from './cluster.ts';

/** Gives the owner's connection URL on loopback. */
export function ownerUrl(port: number, password: string, database = OWNER): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Gives the server's version if it answers the owner and serves `cluster`; throws where it does not. */
export async function greet(port: number, password: string, cluster: string): Promise<string> {
  try {
    return await ask(ownerUrl(port, password), cluster);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01')
      throw new Error(`The file "password" beside ${cluster} does not hold the database's password.`);
    if (code !== '3D000') throw error;
    await withClient(ownerUrl(port, password, 'postgres'), client =>
      client.query(`create database ${OWNER}`),
    );
    return ask(ownerUrl(port, password), cluster);
  }
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
