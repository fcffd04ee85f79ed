// Mail by LMTP: how many a second are answered with 250, and how many a second are filed as tickets.
// Floor: a listener that only commits the raw mail.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { intakeAddress } from '../build/frame.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Desk } from '../product/desk.ts';
import { openSender } from '../product/lmtp-client.ts';
import { mailOf } from './mails.ts';

const loads = [
  { connections: 1, mails: 200 },
  { connections: 8, mails: 500 },
  { connections: 50, mails: 1_000 },
];
/** Floor and product in turn, so many times. */
const turns = 3;
const warmUpMails = 100;
let sent = 0;

/** Measures the intake with 1, 8 and 50 connections. */
export async function measureIntake(desk: Desk): Promise<Outcome[]> {
  const floor = await startFloor(desk.ownerUrl);
  const outcomes: Outcome[] = [];
  try {
    for (const port of [floor.port, desk.program.ports.lmtp]) await send(port, 4, warmUpMails);
    await untilFiled(desk);
    for (const load of loads) outcomes.push(...(await measureLoad(desk, floor.port, load)));
  } finally {
    floor.stop();
  }
  return outcomes;
}

async function measureLoad(
  desk: Desk,
  floorPort: number,
  { connections, mails }: (typeof loads)[number],
): Promise<Outcome[]> {
  const seconds = { floor: 0, taken: 0, filed: 0 };
  for (let turn = 0; turn < turns; turn++) {
    seconds.floor += await send(floorPort, connections, mails);
    const startedAt = performance.now();
    seconds.taken += await send(desk.program.ports.lmtp, connections, mails);
    await untilFiled(desk);
    seconds.filed += (performance.now() - startedAt) / 1000;
  }
  const rate = (took: number) => (turns * mails) / took;
  const common = { tickets: desk.tickets, unit: 'mails/s' as const, floor: { p50: rate(seconds.floor) } };
  const by = connections === 1 ? '1 connection' : `${connections} connections`;
  return [
    outcomeOf({ ...common, what: `mail taken, ${by}`, p50: rate(seconds.taken) }, { ratioAtLeast: 0.5 }),
    outcomeOf({ ...common, what: `mail filed, ${by}`, p50: rate(seconds.filed) }, null),
  ];
}

/** Delivers so many mails over so many connections, opened beforehand. Gives the seconds it took. */
async function send(port: number, connections: number, mails: number): Promise<number> {
  const senders = await Promise.all(Array.from({ length: connections }, () => openSender(port)));
  const startedAt = performance.now();
  let left = mails;
  await Promise.all(
    senders.map(async sender => {
      while (left-- > 0) {
        const { from, text } = mailOf(sent++, intakeAddress);
        await sender.deliver(from, intakeAddress, text);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  for (const sender of senders) sender.close();
  return seconds;
}

async function untilFiled({ sql }: Desk): Promise<void> {
  const waiting = async () =>
    (await sql.query(`select from raw_mails where state = 'received' limit 1`)).rowCount !== 0;
  while (await waiting()) await pause(20);
}

async function startFloor(ownerUrl: string): Promise<{ port: number; stop(): void }> {
  const program = join(import.meta.dirname, 'floor-listener.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, ownerUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', chunk => resolve(Number(String(chunk))));
    child.once('exit', () => reject(new Error('the floor listener does not start')));
  });
  return { port, stop: () => void child.kill('SIGTERM') };
}
