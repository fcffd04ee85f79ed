import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
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

/** How soon a queue that has stopped by itself is started again. */
const againMs = 1_000;

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
    max: 8,
    application_name: 'guichet-jobs',
    connectionTimeoutMillis: 10_000,
    // Kept: to open one anew may take long just when there is much to do.
    idleTimeoutMillis: 0,
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
  const concurrentJobs = options.concurrency ?? 8;

  /** Begins to take jobs. Gives what stops it, and what resolves when it has stopped, by itself or not. */
  async function launch() {
    const events = new EventEmitter() as WorkerEvents;
    const names: string[] = [];
    events.on('pool:create', ({ workerPool }) => {
      names.push(workerPool.id);
      lockNames.push(workerPool.id);
    });
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
    const ended = runner.promise
      .catch(() => {})
      .then(() => {
        // What it had begun and could not end counts as a dead process's: the heartbeat frees it.
        for (const name of names) lockNames.splice(lockNames.indexOf(name), 1);
      });
    return { runner, ended };
  }

  let current = await launch();
  const whole = goOn();

  /** The queue stops for good when it cannot note that a job is done, and be it for a moment: a new one takes its place. */
  async function goOn(): Promise<void> {
    await current.ended;
    while (!isStopping) {
      options.log.error('the queue has stopped by itself and is started again');
      await pause(againMs);
      if (isStopping) return;
      try {
        current = await launch();
      } catch (error) {
        options.log.error({ err: error }, 'the queue does not start');
        continue;
      }
      // Told to stop while it started: what was stopped then was the one before.
      if (isStopping) await current.runner.stop().catch(() => {});
      await current.ended;
    }
  }

  return {
    pool,
    /** The names under which this process locks jobs. */
    lockNames,
    /** Lets the running jobs end, gives back those not begun, and closes. */
    async stop(): Promise<void> {
      isStopping = true;
      await current.runner.stop().catch(() => {});
      await whole;
      await pool.end().catch(() => {});
    },
  };
}
