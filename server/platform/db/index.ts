export { type Actor, type Cause, type Ctx, type Scope, systemActor } from './context.ts';
export { afterCommit, beforeCommit, type Database, type Db, openDatabase, type Tables } from './database.ts';
export { migrate } from './migrate.ts';
