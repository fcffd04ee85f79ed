// One real PostgreSQL for the whole run, with a migrated template that each test file clones.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { migrate } from '../platform/db/index.ts';
import { startPostgres } from '../platform/postgres/index.ts';
import { appPassword, appRole, templateName } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function setUp(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'guichet-test-'));
  // PostgreSQL refuses to run as root, and the user it runs as instead must get through.
  chmodSync(dataDir, 0o711);
  const postgres = await startPostgres({ dataDir, log: pino({ level: 'silent' }) });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  const ownerUrl = new URL(postgres.url);
  ownerUrl.pathname = `/${templateName}`;
  await migrate({
    ownerUrl: ownerUrl.toString(),
    folder: join(import.meta.dirname, '../../migrations'),
    appRole,
    appPassword,
  });
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
