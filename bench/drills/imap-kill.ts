// F2: kill -9 at random moments while mail is fetched by IMAP from a real Dovecot.
//
//   npx tsx bench/drills/imap-kill.ts [--mails 5000]
//
// Prints what was lost, what was doubled and what was left without \Seen, and ends with 1 unless all are 0.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startDesk } from '../../e2e/support/desk.ts';
import { hasDovecot, startDovecot } from '../../e2e/support/dovecot.ts';
import { openLmtp } from '../../e2e/support/lmtp.ts';
import { buildProduct } from './build-product.ts';
import { firstRun } from './first-run.ts';
import { readLedger, takenSoFar, untilFiled } from './mail-ledger.ts';
import { killUntil, tellKills } from './random-kills.ts';
import { mailOf, messageIdOf } from './retrying-sender.ts';

const address = 'drill@desk.example';
const password = 'drill';
const filedWithinMs = 10 * 60_000;
const fetchedWithinMs = 10 * 60_000;

const { values } = parseArgs({ options: { mails: { type: 'string', default: '5000' } } });
const mails = Number(values.mails);
if (!hasDovecot()) throw new Error('this drill needs Dovecot');

const program = await buildProduct('imap-kill');
const dovecot = await startDovecot({ users: { [address]: password } });
const client = await openLmtp({ port: dovecot.lmtpPort });
for (let index = 0; index < mails; index++) await client.send(mailOf(index, address));
await client.close();
const desk = await startDesk({ program, env: { LOG_LEVEL: 'error', NODE_ENV: 'production' } });
let isGood = false;
try {
  const startedAt = performance.now();
  const server = { host: '127.0.0.1', port: dovecot.imapPort, security: 'none', user: address };
  await firstRun(desk, address, { ...server, password, folder: 'INBOX' });
  let taken = 0;
  const fetched = (async () => {
    while (taken < mails && performance.now() - startedAt < fetchedWithinMs) {
      await pause(200);
      taken = await takenSoFar(desk.databaseUrl).catch(() => taken);
    }
  })();
  const kills = await killUntil(desk, fetched, () => mails - taken);
  const seconds = (performance.now() - startedAt) / 1000;
  const left = await untilFiled(desk.databaseUrl, filedWithinMs);
  const all = new Set(Array.from({ length: mails }, (_, index) => messageIdOf(index)));
  const { lost, doubled, stubs } = await readLedger(desk.databaseUrl, all);
  const seen = await dovecot.mailbox(address).list();
  const unseen = seen.filter(one => !one.flags.includes('\\Seen')).length;
  console.log(
    [
      `fetched: ${taken} of ${mails} mails in ${seconds.toFixed(1)} s, ${Math.round(taken / seconds)} a second, kills included`,
      tellKills(kills),
      `still to be fetched at the last kill: ${kills.at(-1)?.underWay ?? 0} mails`,
      `left to be filed: ${left}; stubs: ${stubs}; on the server: ${seen.length}, without \\Seen: ${unseen}`,
      `lost: ${lost.length}`,
      `doubled: ${doubled.length}`,
    ].join('\n'),
  );
  isGood = lost.length === 0 && doubled.length === 0 && left === 0 && unseen === 0 && seen.length === mails;
} finally {
  await desk.stop().catch(error => console.error(String(error)));
  await dovecot.stop();
}
console.log(isGood ? 'as it must be' : 'NOT as it must be');
process.exitCode = isGood ? 0 : 1;
