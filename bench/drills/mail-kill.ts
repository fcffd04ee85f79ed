// F1: kill -9 at random moments while mail comes in by LMTP.
//
//   npx tsx bench/drills/mail-kill.ts [--mails 10000] [--connections 50] [--per-second 250] [--positive-control]
//
// Prints what was lost and what was doubled, and ends with 1 unless both are 0. With --positive-control the product is
// built with the commit after the 250; then it ends with 1 unless mails were lost.
import { parseArgs } from 'node:util';
import { startDesk } from '../../e2e/support/desk.ts';
import { buildProduct } from './build-product.ts';
import { firstRun } from './first-run.ts';
import { readLedger, untilFiled } from './mail-ledger.ts';
import { killUntil, tellKills } from './random-kills.ts';
import { startSending } from './retrying-sender.ts';

const address = 'drill@desk.example';
const filedWithinMs = 10 * 60_000;

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '50' },
    'per-second': { type: 'string', default: '250' },
    'positive-control': { type: 'boolean', default: false },
  },
});
const isControl = values['positive-control'];
const mails = Number(values.mails);

const program = isControl
  ? await buildProduct('mail-kill-control', { 'server/channels/mail/in/raw-store.ts': sayTakenFirst })
  : await buildProduct('mail-kill');
const desk = await startDesk({ program, env: { LOG_LEVEL: 'error', NODE_ENV: 'production' } });
let isGood = false;
try {
  await firstRun(desk, address);
  const startedAt = performance.now();
  const sending = startSending({
    port: desk.lmtpPort,
    to: address,
    mails,
    connections: Number(values.connections),
    perSecond: Number(values['per-second']),
  });
  const kills = await killUntil(desk, sending.done, sending.inFlight);
  const seconds = (performance.now() - startedAt) / 1000;
  const left = await untilFiled(desk.databaseUrl, filedWithinMs);
  const filedAfter = (performance.now() - startedAt) / 1000 - seconds;
  const { lost, doubled, stubs } = await readLedger(desk.databaseUrl, sending.acknowledged);
  console.log(
    [
      `build: ${isControl ? 'positive control, 250 before the commit' : 'as it is'}`,
      `acknowledged: ${sending.acknowledged.size} of ${mails} mails in ${seconds.toFixed(1)} s`,
      `mails per second, kills included: ${Math.round(mails / seconds)}`,
      tellKills(kills),
      `in flight at the kills: ${kills.reduce((sum, kill) => sum + kill.underWay, 0)} mails; retries: ${sending.retries()}`,
      `all filed ${filedAfter.toFixed(1)} s after the last mail; left: ${left}; stubs: ${stubs}`,
      `lost: ${lost.length}${lost.length > 0 ? ` (${lost.slice(0, 5).join(' ')} ...)` : ''}`,
      `doubled: ${doubled.length}${doubled.length > 0 ? ` (${doubled.slice(0, 5).join(' ')} ...)` : ''}`,
    ].join('\n'),
  );
  isGood = isControl ? lost.length > 0 : lost.length === 0 && doubled.length === 0 && left === 0;
} finally {
  await desk.stop().catch(error => console.error(String(error)));
}
console.log(isGood ? 'as it must be' : 'NOT as it must be');
process.exitCode = isGood ? 0 : 1;

/** The same writer of raw mails, but each sender hears "taken" before its mail is committed. */
function sayTakenFirst(source: string): string {
  return `${source.replace('export function openRawStore(', 'function openHonestStore(')}
    export function openRawStore(platform: Platform): StoreRaw {
      const store = openHonestStore(platform);
      return mail => {
        store(mail).catch(() => {});
        return Promise.resolve('taken');
      };
    }`;
}
