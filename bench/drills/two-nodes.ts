// F10: two processes on one database and one mailbox, each in turn stopped for longer than its lease and woken again.
//
//   npx tsx bench/drills/two-nodes.ts [--rounds 4] [--pause 40]
//
// Mail keeps arriving in a real Dovecot all the while. Prints what was lost and what was doubled, and how long the other
// process took to take over; ends with 1 unless nothing was.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startDesk } from '../../e2e/support/desk.ts';
import { hasDovecot, startDovecot } from '../../e2e/support/dovecot.ts';
import { openLmtp } from '../../e2e/support/lmtp.ts';
import { buildProduct } from './build-product.ts';
import { firstRun } from './first-run.ts';
import { readLedger, takenSoFar, untilFiled } from './mail-ledger.ts';
import { mailOf, messageIdOf } from './retrying-sender.ts';

const address = 'drill@desk.example';
const password = 'drill';
const mailsPerRound = 200;
/** A gap that is longer than a slow machine explains: the stopped process was the one that fetched. */
const gapMs = 5_000;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '4' }, pause: { type: 'string', default: '40' } },
});
const rounds = Number(values.rounds);
const stoppedMs = Number(values.pause) * 1000;
if (!hasDovecot()) throw new Error('this drill needs Dovecot');

const program = await buildProduct('two-nodes');
const env = {
  LOG_LEVEL: 'error',
  NODE_ENV: 'production',
  SECRET_KEY: randomBytes(32).toString('base64url'),
};
const dovecot = await startDovecot({ users: { [address]: password } });
const first = await startDesk({ program, env });
const second = await startDesk({ program, env: { ...env, DATABASE_URL: first.databaseUrl } });
let isGood = false;
try {
  const server = { host: '127.0.0.1', port: dovecot.imapPort, security: 'none', user: address };
  await firstRun(first, address, { ...server, password, folder: 'INBOX' });
  const client = await openLmtp({ port: dovecot.lmtpPort });
  const takeOvers: number[] = [];
  let sent = 0;
  for (let round = 0; round < rounds; round++) {
    const pid = (round % 2 === 0 ? first : second).pid();
    process.kill(pid, 'SIGSTOP');
    const stoppedAt = performance.now();
    const before = await takenSoFar(first.databaseUrl);
    let takenAt = 0;
    for (let mail = 0; mail < mailsPerRound; mail++) {
      await client.send(mailOf(sent++, address));
      await pause(Math.max(0, stoppedAt + ((mail + 1) * stoppedMs) / mailsPerRound - performance.now()));
      if (takenAt === 0 && (await takenSoFar(first.databaseUrl)) > before) takenAt = performance.now();
    }
    process.kill(pid, 'SIGCONT');
    if (takenAt - stoppedAt > gapMs) takeOvers.push(takenAt - stoppedAt);
    await pause(3_000);
  }
  await client.close();
  const until = performance.now() + 120_000;
  while ((await takenSoFar(first.databaseUrl)) < sent && performance.now() < until) await pause(500);
  const left = await untilFiled(first.databaseUrl, 120_000);
  const all = new Set(Array.from({ length: sent }, (_, index) => messageIdOf(index)));
  const { lost, doubled } = await readLedger(first.databaseUrl, all);
  const longest = (Math.max(0, ...takeOvers) / 1000).toFixed(1);
  console.log(
    [
      `mails: ${sent}; rounds: ${rounds}, each with one process stopped for ${stoppedMs / 1000} s`,
      `taken over: ${takeOvers.length} times, after ${longest} s at most; left to be filed: ${left}`,
      `lost: ${lost.length}`,
      `doubled: ${doubled.length}`,
    ].join('\n'),
  );
  isGood = lost.length === 0 && doubled.length === 0 && left === 0 && takeOvers.length > 0;
} finally {
  await second.stop().catch(error => console.error(String(error)));
  await first.stop().catch(error => console.error(String(error)));
  await dovecot.stop();
}
console.log(isGood ? 'as it must be' : 'NOT as it must be');
process.exitCode = isGood ? 0 : 1;
