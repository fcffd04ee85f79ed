// The embedded server's configuration. It is written outside the cluster's own folder: that one belongs to the database's
// account, and root must not write where another account could have laid a link.
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;

/** Gives the text of postgresql.conf for a port: durable, on loopback only, small when idle; then `local`, which wins. */
export function settingsText(port: number, local = '', memoryBytes = totalmem()): string {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    password_encryption: 'scram-sha-256',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'replica',
    max_wal_size: '1GB',
    min_wal_size: '80MB',
    checkpoint_completion_target: 0.9,
    shared_buffers: '128MB',
    effective_cache_size: `${Math.max(256, Math.floor(memoryBytes / MEGABYTE / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    max_logical_replication_workers: 0,
    jit: 'off',
    // Three helper processes less; reads go ahead as they did up to PostgreSQL 17.
    io_method: 'sync',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    // A statement or a DETAIL line may quote a customer's words, which have no place in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  const title =
    '# Written at every start. Put settings of your own into local.conf beside this file; they win.';
  return [title, ...lines, local, ''].join('\n');
}

/** Writes postgresql.conf and pg_hba.conf into `folder` and gives the arguments that make the server read them. */
export async function writeSettings(folder: string, port: number): Promise<string[]> {
  const config = join(folder, 'postgresql.conf');
  const access = join(folder, 'pg_hba.conf');
  const local = await readFile(join(folder, 'local.conf'), 'utf8').catch(() => '');
  await writeFile(config, settingsText(port, local));
  await writeFile(access, 'host all all 127.0.0.1/32 scram-sha-256\n');
  for (const file of [config, access]) await chmod(file, 0o644);
  return ['-c', `config_file=${config}`, '-c', `hba_file=${access}`];
}
