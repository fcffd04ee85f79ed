// Heartbeats. A job that a killed process had taken stays locked for hours unless somebody says that the process is dead.
import type pg from 'pg';
import type { Log } from '../log/index.ts';

const beatEveryMs = 10_000;
const deadAfterSeconds = 40;

/**
 * Keeps this process's heartbeat and frees the jobs of processes without one. `workerIds` gives the queue's names of
 * this process's workers.
 */
export function keepHeartbeat(
  pool: pg.Pool,
  id: string,
  roles: string[],
  workerIds: () => string[],
  log: Log,
) {
  async function beat(): Promise<void> {
    await pool.query(
      `insert into processes (id, roles, worker_ids) values ($1, $2, $3)
       on conflict (id) do update set heartbeat_at = now(), worker_ids = $3`,
      [id, roles, workerIds()],
    );
    // Locks whose holder has no living row: killed without a trace, or from before the last crash of the machine.
    const { rows } = await pool.query<{ locked_by: string }>(
      `select distinct j.locked_by from graphile_worker._private_jobs j
       where j.locked_by is not null and j.locked_at < now() - make_interval(secs => $1)
         and not exists (select from processes p where j.locked_by = any (p.worker_ids)
                         and p.heartbeat_at > now() - make_interval(secs => $1))`,
      [deadAfterSeconds],
    );
    if (rows.length > 0) {
      const dead = rows.map(row => row.locked_by);
      log.warn({ dead }, 'freeing the jobs of dead processes');
      await pool.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    }
    await pool.query(`delete from processes where heartbeat_at < now() - interval '1 day'`);
  }
  const guarded = () => beat().catch(error => log.warn({ err: error }, 'heartbeat missed'));
  const first = guarded();
  const timer = setInterval(guarded, beatEveryMs);
  return {
    first,
    async stop(): Promise<void> {
      clearInterval(timer);
      await pool.query('delete from processes where id = $1', [id]).catch(() => {});
    },
  };
}
