// What the platform hands to every room: one object, made once at start.
import type { Config } from './config/index.ts';
import type { Secrets } from './crypto/index.ts';
import type { Database } from './db/index.ts';
import type { Storage } from './files/index.ts';
import type { Log } from './log/index.ts';

export interface Platform {
  config: Config;
  database: Database;
  secrets: Secrets;
  storage: Storage;
  log: Log;
}
