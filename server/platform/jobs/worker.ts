import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Log } from '../log/index.ts';

export type Task = (
  payload: Record<string, unknown>,
  attempt: { number: number; isLast: boolean },
) => Promise<void>;
export type Tasks = Record<string, Task>;

/** Thrown by a task whose failure no retry can mend; it is logged and not tried again. */
export class PermanentFailure extends Error {}

export type Worker = Awaited<ReturnType<typeof startWorker>>;

/**
 * Starts taking jobs from the queue. Jobs run at least once; one that throws is tried again with growing pauses.
 * Connects as the owner, because the queue's tables are closed to the app's role.
 */
export async function startWorker(options: {
  ownerUrl: string;
  tasks: Tasks;
  log: Log;
  concurrency?: number;
}) {
  const pool = new pg.Pool({
    connectionString: options.ownerUrl,
    max: 5,
    application_name: 'guichet-jobs',
    connectionTimeoutMillis: 4_000,
  });
  let isStopping = false;
  const lost = (error: Error) => {
    if (!isStopping) options.log.warn({ err: error }, 'queue connection lost');
  };
  pool.on('error', lost);
  pool.on('connect', client => client.on('error', lost));
  const taskList: TaskList = {};
  for (const [name, task] of Object.entries(options.tasks)) {
    taskList[name] = async (payload, helpers) => {
      const { attempts, max_attempts } = helpers.job;
      try {
        await task(payload as Record<string, unknown>, {
          number: attempts,
          isLast: attempts >= max_attempts,
        });
      } catch (error) {
        options.log.warn({ err: error, task: name, attempt: attempts }, 'job failed');
        if (!(error instanceof PermanentFailure)) throw error;
      }
    };
  }
  const lockNames: string[] = [];
  const events = new EventEmitter() as WorkerEvents;
  events.on('pool:create', ({ workerPool }) => lockNames.push(workerPool.id));
  const concurrentJobs = options.concurrency ?? 8;
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    noHandleSignals: true,
    events,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') options.log.debug({ message }, 'queue');
    }),
    preset: {
      worker: {
        concurrentJobs,
        pollInterval: 2_000,
        localQueue: { size: concurrentJobs * 2, ttl: 20_000 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  });
  // A worker pool that dies by itself (database gone for long) must not take the process with it.
  runner.promise.catch(error => options.log.error({ err: error }, 'worker stopped'));

  return {
    pool,
    /** The names under which this process locks jobs. */
    lockNames,
    /** Lets the running jobs end, gives back those not begun, and closes. */
    async stop(): Promise<void> {
      isStopping = true;
      await runner.stop().catch(() => {});
      await pool.end().catch(() => {});
    },
  };
}
