// A desk for a test file: its own database cloned from the template, its own files, everything else real.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { readConfig } from '../platform/config/index.ts';
import { openSecrets } from '../platform/crypto/index.ts';
import { type Database, openDatabase } from '../platform/db/index.ts';
import { setReactions } from '../platform/events/index.ts';
import { diskStorage } from '../platform/files/index.ts';
import { newId } from '../platform/ids/index.ts';
import type { Platform } from '../platform/index.ts';
import { openLog } from '../platform/log/index.ts';
import { reactions } from '../reactions.ts';
import { appPassword, appRole, templateName } from './template.ts';

export interface TestDesk extends Platform {
  /** The owner's connection, for what the app itself may not do. */
  ownerUrl: string;
  /** The app role's connection, for a second process. */
  appUrl: string;
}

/** To be called at the top of a test file: gives an object that is filled before the first test. */
export function useDesk(env: Record<string, string> = {}): TestDesk {
  const desk = {} as TestDesk;
  const folder = mkdtempSync(join(tmpdir(), 'guichet-files-'));
  const name = `test_${newId().replaceAll('-', '')}`;
  beforeAll(async () => {
    const admin = new pg.Client({ connectionString: inject('postgresUrl') });
    await admin.connect();
    await admin.query(`create database ${name} template ${templateName}`);
    await admin.end();
    const ownerUrl = new URL(inject('postgresUrl'));
    ownerUrl.pathname = `/${name}`;
    const appUrl = new URL(ownerUrl);
    appUrl.username = appRole;
    appUrl.password = appPassword;
    const config = readConfig(
      {
        LOG_LEVEL: 'silent',
        SECRET_KEY: 'a-key-that-only-the-tests-use-0123456789',
        DNS_SERVERS: 'off',
        ...env,
      },
      folder,
    );
    const database: Database = openDatabase({ url: appUrl.toString(), max: 8 });
    setReactions(reactions);
    Object.assign(desk, {
      ownerUrl: ownerUrl.toString(),
      appUrl: appUrl.toString(),
      config,
      database,
      secrets: openSecrets(config.secretKey),
      storage: diskStorage(join(folder, 'files')),
      log: openLog(config.logLevel),
    } satisfies TestDesk);
  });
  afterAll(async () => {
    await desk.database?.close();
    const admin = new pg.Client({ connectionString: inject('postgresUrl') });
    await admin.connect();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  });
  return desk;
}
