// The embedded server takes settings of one's own from local.conf. While a desk is built it may use more memory and
// write less to its log; afterwards it is the server that everybody gets.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const settings = {
  shared_buffers: '1GB',
  max_wal_size: '4GB',
  checkpoint_timeout: '30min',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
};

/** Sets them for the next start of the server of this data folder; gives what takes them back. */
export function setForBuilding(dataDir: string): () => void {
  const folder = join(dataDir, 'postgres');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = join(folder, 'local.conf');
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(''),
  );
  return () => rmSync(file);
}
