import { sql } from 'kysely';
import { beforeCommit, type Db } from '../db/index.ts';

export interface NewJob {
  task: string;
  payload: Record<string, unknown>;
  /** Jobs of one queue run one after another. */
  queue?: string;
  runAt?: Date;
  maxAttempts?: number;
  /** A job with the same key that has not started yet is replaced. */
  key?: string;
  priority?: number;
}

const buffers = new WeakMap<Db, NewJob[]>();

/**
 * Adds jobs to the transaction at hand: they exist if and only if it commits. They are written together, as the last
 * thing it does.
 */
export async function enqueue(tx: Db, jobs: NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const buffer = buffers.get(tx);
  if (buffer) return void buffer.push(...jobs);
  const mine = [...jobs];
  const isOpen = beforeCommit(tx, async () => {
    buffers.delete(tx);
    await write(tx, mine);
  });
  if (isOpen) buffers.set(tx, mine);
  else await write(tx, mine);
}

async function write(tx: Db, jobs: NewJob[]): Promise<void> {
  const specs = jobs.map(job => ({
    identifier: job.task,
    payload: job.payload,
    queue_name: job.queue,
    run_at: job.runAt,
    max_attempts: job.maxAttempts,
    job_key: job.key,
    priority: job.priority,
  }));
  await sql`select enqueue_jobs(${JSON.stringify(specs)}::jsonb)`.execute(tx);
}
