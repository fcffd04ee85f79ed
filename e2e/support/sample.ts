// The sample company, loaded once for all files of stories: each of them starts the product on a copy.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startDesk } from './desk.ts';
import { copyData } from './desk-database.ts';
import { waitFor } from './wait.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a stopped desk that has the sample company. */
    sample: string;
  }
}

export default async function setUp(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-sample-'));
  // Its parts belong to several accounts; they are let through, as in the folder of a running desk.
  chmodSync(folder, 0o711);
  const sample = join(folder, 'data');
  const desk = await startDesk({ demo: true });
  await waitFor('all jobs of the first start to be done', () => isIdle(desk.databaseUrl));
  await desk.kill('SIGTERM');
  copyData(desk.dataDir, sample);
  await desk.stop();
  project.provide('sample', sample);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function isIdle(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      'select from graphile_worker.jobs where run_at <= now() and attempts < max_attempts limit 1',
    );
    return rowCount === 0;
  } finally {
    await client.end();
  }
}
