import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { newId } from '../ids/index.ts';
import { enqueue, keepHeartbeat, startWorker, type Worker } from './index.ts';

const desk = useDesk();
let world: World;
const workers: Worker[] = [];
beforeAll(async () => {
  world = await makeWorld(desk);
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

async function until(condition: () => boolean | Promise<boolean>) {
  const end = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe('jobs', () => {
  it('P2 exist if and only if the transaction commits', async () => {
    const ran: unknown[] = [];
    const failing = world.velo.run(null, async ctx => {
      await enqueue(ctx.tx, [{ task: 'note', payload: { n: 1 } }]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await world.velo.run(null, ctx => enqueue(ctx.tx, [{ task: 'note', payload: { n: 2 } }]));
    workers.push(
      await startWorker({
        ownerUrl: desk.ownerUrl,
        log: desk.log,
        tasks: { note: async payload => void ran.push(payload.n) },
      }),
    );
    await until(() => ran.length > 0);
    expect(ran).toEqual([2]);
  });

  it('P2 with two processes at work each job runs once', async () => {
    const ran: number[] = [];
    const tasks = { count: async (payload: Record<string, unknown>) => void ran.push(payload.n as number) };
    for (let i = 0; i < 2; i++)
      workers.push(await startWorker({ ownerUrl: desk.ownerUrl, log: desk.log, tasks }));
    const jobs = Array.from({ length: 200 }, (_, n) => ({ task: 'count', payload: { n } }));
    await world.velo.run(null, ctx => enqueue(ctx.tx, jobs));
    await until(() => ran.length >= 200);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(new Set(ran).size).toBe(200);
    expect(ran).toHaveLength(200);
  });

  it('P4 P5 go on after the queue could not note that one was done, and that one is begun again', async () => {
    const owner = new pg.Pool({ connectionString: desk.ownerUrl, max: 1 });
    const ran: unknown[] = [];
    const worker = await startWorker({
      ownerUrl: desk.ownerUrl,
      log: desk.log,
      tasks: {
        break: async () => {
          if (ran.push('break') === 1)
            await owner.query('alter table graphile_worker._private_jobs rename to away');
        },
        note: async () => void ran.push('note'),
      },
    });
    workers.push(worker);
    const [first] = worker.lockNames;
    await world.velo.run(null, ctx => enqueue(ctx.tx, [{ task: 'break', payload: {} }]));
    await until(() => !worker.lockNames.includes(first!));
    await owner.query('alter table graphile_worker.away rename to _private_jobs');
    await world.velo.run(null, ctx => enqueue(ctx.tx, [{ task: 'note', payload: {} }]));
    await until(() => ran.includes('note'));
    expect(ran).toEqual(['break', 'note']);
    await owner.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes' where locked_by = $1`,
      [first],
    );
    const heartbeat = keepHeartbeat(owner, newId(), ['worker'], () => worker.lockNames, desk.log);
    await heartbeat.first;
    await until(() => ran.length === 3);
    expect(ran[2]).toBe('break');
    await heartbeat.stop();
    await owner.end();
  });

  it('P5 the jobs of a process that died are freed by the heartbeat of another', async () => {
    const pool = new pg.Pool({ connectionString: desk.ownerUrl, max: 1 });
    await world.velo.run(null, ctx => enqueue(ctx.tx, [{ task: 'orphan', payload: {} }]));
    await pool.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'a dead process', attempts = 1`,
    );
    const ran: unknown[] = [];
    const worker = await startWorker({
      ownerUrl: desk.ownerUrl,
      log: desk.log,
      tasks: { orphan: async () => void ran.push(1) },
    });
    workers.push(worker);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(ran).toEqual([]);
    const heartbeat = keepHeartbeat(pool, newId(), ['worker'], () => worker.lockNames, desk.log);
    await heartbeat.first;
    await until(() => ran.length === 1);
    await heartbeat.stop();
    await pool.end();
  });
});
