import { Logger, runOnce, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { composeTasks } from '../tasks.ts';
import type { TestDesk } from './desk.ts';

const quiet = new Logger(() => () => {});

/** Runs the queued jobs, and those that they queue, until nothing is left to do now. Throws the first failure. */
export async function drain(
  desk: TestDesk,
  overrides: Partial<Parameters<typeof composeTasks>[1]> = {},
): Promise<void> {
  const failures: unknown[] = [];
  const taskList: TaskList = {};
  for (const [name, task] of Object.entries(composeTasks(desk, overrides))) {
    taskList[name] = async payload => {
      await task(payload as Record<string, unknown>, { number: 1, isLast: false }).catch(error =>
        failures.push(error),
      );
    };
  }
  const pgPool = new pg.Pool({ connectionString: desk.ownerUrl, max: 3 });
  const lost = (error: Error) => failures.push(error);
  pgPool.on('error', lost);
  pgPool.on('connect', client => client.on('error', lost));
  try {
    // Of a queue whose jobs run one after the other, a run takes the first only.
    do await runOnce({ pgPool, taskList, logger: quiet, noHandleSignals: true });
    while (failures.length === 0 && (await isLeft(pgPool)));
  } finally {
    await pgPool.end();
  }
  if (failures.length > 0) throw failures[0];
}

async function isLeft(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select from graphile_worker.jobs where run_at <= now() and locked_at is null and attempts < max_attempts limit 1',
  );
  return rowCount !== 0;
}
