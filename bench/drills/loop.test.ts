// The loop drill in short: the product's tasks and its listener in this process, a few rounds.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMailbox, startMailIn, stopMailTasks } from '../../server/channels/mail/index.ts';
import { startWorker, type Worker } from '../../server/platform/jobs/index.ts';
import { composeTasks } from '../../server/tasks.ts';
import { useDesk } from '../../server/testing/desk.ts';
import { type Company, makeWorld } from '../../server/testing/world.ts';
import { isNewcomer, machines, newcomer, one, robot, round, rudeList, threadRobot, two } from './machines.ts';
import { ask } from './mail-ledger.ts';
import { openPostOffice, type PostOffice, pairOf } from './post-office.ts';

const desk = useDesk({ LMTP_PORT: '0', SMTP_PORT: 'off' });
let mailIn: Awaited<ReturnType<typeof startMailIn>>;
let worker: Worker;
let office: PostOffice;

function addBox(company: Company, address: string) {
  const smtp = { host: '127.0.0.1', port: office.port, security: 'none' as const, user: '' };
  const rest = { folderId: null, teamId: null, acknowledges: true, usesPlusAddress: false, isEnabled: true };
  const input = { name: address, address, imap: null, smtp, language: 'en' as const, ...rest };
  return company.run(null, ctx => addMailbox(ctx, desk.secrets, input));
}

beforeAll(async () => {
  const world = await makeWorld(desk);
  mailIn = await startMailIn(desk);
  office = await openPostOffice(
    () => mailIn.lmtpPort!,
    address => [one, two].includes(address),
    machines,
  );
  await addBox(world.velo, one);
  await addBox(world.acme, two);
  worker = await startWorker({ ownerUrl: desk.ownerUrl, log: desk.log, tasks: composeTasks(desk) });
});
afterAll(async () => {
  await office?.stop();
  await worker?.stop();
  await stopMailTasks(desk);
  await mailIn?.stop();
});

/** Waits until no mail is on its way and no job is left. */
async function quiet(): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
    const jobs = await ask(desk.ownerUrl, 'select from graphile_worker._private_jobs limit 1');
    if (jobs.length === 0 && office.quietForMs() > 500) return;
  }
  throw new Error('it does not become quiet');
}

const automatic = (address: string, at: string) => office.pairs.get(pairOf(address, at))?.automatic ?? 0;
const toRobots = () =>
  [robot, threadRobot, rudeList].flatMap(who => [automatic(who, one), automatic(who, two)]);

describe('machines that answer each other', () => {
  it('F21 get one automatic mail a day however often they write, two desks none, and it becomes quiet', async () => {
    for (let number = 0; number < 3; number++) {
      office.post(round(number));
      await pause(200);
    }
    await quiet();
    expect(toRobots()).toEqual([1, 1, 1, 1, 1, 1]);
    expect(automatic(one, two)).toBe(0);
    const welcomed = [...office.pairs].filter(([pair]) => pair.split(' ').some(isNewcomer));
    expect(welcomed.map(([pair, { automatic: times }]) => [pair, times])).toEqual(
      [0, 1, 2].map(number => [pairOf(newcomer(number), one), 1]),
    );

    await ask(desk.ownerUrl, `update deliveries set created_at = created_at - interval '25 hours'`);
    office.post(round(3));
    await quiet();
    expect(toRobots()).toEqual([2, 2, 2, 2, 2, 2]);
    expect(automatic(one, two)).toBe(0);
    expect(office.refused).toEqual([]);
  });
});
