// The embedded PostgreSQL: found, set up, started, adopted and stopped without any configuration.
export { defaultDataDir } from './data-folder.ts';
export { checkSafeSettings, type UnsafeSetting } from './safe-settings.ts';
export { type Postgres, type PostgresLog, type StartOptions, startPostgres } from './start.ts';
