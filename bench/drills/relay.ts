// F4: the mail server of a mailbox is away, slow, busy, greylists, refuses and hangs up in the middle while agents answer.
//
//   npx tsx bench/drills/relay.ts [--replies 200] [--refused 10] [--slow 20] [--control]
//
// Every mail goes out once, or once more for each connection that ended in doubt; in order; a refusal is shown; and another
// mailbox, whose server is well, is not held up. Hours between two tries pass in a second. Ends with 1 unless all of this
// holds. With --control the product is built to lose, double and overtake mails and to hide refusals: then it must end with
// 1 and name all four.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startDesk } from '../../e2e/support/desk.ts';
import { openLmtp } from '../../e2e/support/lmtp.ts';
import { buildProduct } from './build-product.ts';
import { type FaultyServer, fairShare, openFaultyServer, wellBehaved } from './faulty-server.ts';
import { type Administrator, setUp } from './first-run.ts';
import { ask, untilFiled } from './mail-ledger.ts';
import { watchOutbox } from './outbox-watch.ts';
import { spoilt } from './relay-control.ts';
import { account, isClean, readDeliveries, tellFindings } from './relay-ledger.ts';
import { mailOf } from './retrying-sender.ts';
import { shownFailures } from './shown-failures.ts';

const roughAddress = 'rough@desk.example';
const wellAddress = 'well@desk.example';
const repliesPerTicket = 4;
/** For so many replies, one is written by the mailbox whose server is well. */
const wellEvery = 5;
const longestWaitMs = 1_500;
/** The queue looks every two seconds; a mail that waits longer than this on a busy machine was held up. */
const heldUpMs = 5_000;
const patienceMs = 5 * 60_000;
const calmMs = 5_000;

const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '200' },
    refused: { type: 'string', default: '10' },
    slow: { type: 'string', default: '20' },
    control: { type: 'boolean', default: false },
  },
});
const replies = Number(values.replies);
const refusedMs = Number(values.refused) * 1000;
const slowMs = Number(values.slow) * 1000;

const program = values.control ? await buildProduct('relay-control', spoilt) : await buildProduct('relay');
const rough = await openFaultyServer({
  faultOf: fairShare,
  isGrey: true,
  isGone: recipient => /^person\d*7@/.test(recipient),
});
const well = await openFaultyServer(wellBehaved);
const desk = await startDesk({
  program,
  env: { LOG_LEVEL: 'silent', NODE_ENV: 'production', DNS_SERVERS: 'off' },
});
let isGood = false;
try {
  const admin = await setUp(desk);
  await addMailbox(admin, wellAddress, well);
  await addMailbox(admin, roughAddress, rough);
  const { roughNumbers, wellNumbers } = await openTickets();
  const watch = await watchOutbox(desk.databaseUrl, longestWaitMs);
  const startedAt = performance.now();
  const weather = changeWeather();
  const writtenAt = new Map<string, number>();
  const write = async (number: number, words: string) => {
    const at = performance.now();
    const path = `/w/${admin.slug}/tickets/${number}/replies`;
    const { message } = await admin.ask<Written>('POST', path, { html: `<p>${words}</p>` });
    for (const { id } of message.deliveries) writtenAt.set(id, at);
  };
  // All kinds of weather meet mails that are being written; two in a row go to one ticket.
  const everyMs = (calmMs * 3 + refusedMs + slowMs) / replies;
  for (let reply = 0; reply < replies; reply++) {
    await pause(Math.max(0, startedAt + reply * everyMs - performance.now()));
    await write(roughNumbers[(reply >> 1) % roughNumbers.length]!, `Answer ${reply}`);
    if (reply % wellEvery === 0)
      await write(wellNumbers[(reply / wellEvery) % wellNumbers.length]!, `Answer ${reply}`);
  }
  await weather;
  const endedAt = performance.now();
  const backlog = watch.waiting();
  await watch.untilEmpty(patienceMs);
  const drainSeconds = (performance.now() - endedAt) / 1000;
  await watch.stop();

  const deliveries = await readDeliveries(desk.databaseUrl);
  const shown = await shownFailures(admin, roughNumbers);
  const result = account(deliveries, [rough.journal, well.journal], shown.deliveries);
  const known = new Set(deliveries.map(one => one.id));
  const unwritten = [...writtenAt.keys()].filter(id => !known.has(id));
  const unsaid = [...rough.journal.hangUps.keys()].filter(
    id => ![...(watch.said.get(id) ?? [])].some(words => !/^\d{3}\b/.test(words)),
  );
  const waits = well.journal.taken
    .filter(one => writtenAt.has(one.deliveryId))
    .map(one => one.at - writtenAt.get(one.deliveryId)!)
    .sort((a, b) => a - b);
  const longestWellMs = waits.at(-1) ?? Number.POSITIVE_INFINITY;
  const did = Object.entries(rough.journal.counts).map(([what, times]) => `${what} ${times}`);
  console.log(
    [
      `build: ${values.control ? 'control, spoilt on purpose' : 'as it is'}`,
      `sent: ${writtenAt.size} replies, ${deliveries.length} mails in all`,
      `the server: ${did.join('; ')}; away for ${refusedMs / 1000} s, a byte a second for ${slowMs / 1000} s`,
      `accepted: ${result.accepted}; failed: ${result.failed}`,
      `connections that ended between data and answer: ${result.hangUps}, not told on the waiting mail: ${unsaid.length}`,
      `doubled in doubt: ${result.doubledInDoubt} of ${result.hangUpsKept} that ended after the mail was taken; counted by the desk as repeated: ${await repeated()}`,
      `longest queue age: ${(watch.longestAgeMs() / 1000).toFixed(1)} s, waits cut to ${longestWaitMs / 1000} s`,
      `drain: ${backlog} mails in ${drainSeconds.toFixed(1)} s, ${(backlog / drainSeconds).toFixed(1)} a second`,
      `the other mailbox: ${waits.length} mails, ${Math.round(waits[waits.length >> 1] ?? 0)} ms (median), ${Math.round(longestWellMs)} ms (longest)${longestWellMs < heldUpMs ? '' : ': HELD UP'}`,
      `answers without a delivery: ${unwritten.length}; failed and not open: ${shown.notOpen.length}`,
      ...tellFindings(result.findings),
    ].join('\n'),
  );
  isGood =
    isClean(result.findings) &&
    [unwritten, unsaid, shown.notOpen].every(found => found.length === 0) &&
    writtenAt.size >= replies &&
    longestWellMs < heldUpMs;
} finally {
  await desk.stop().catch(error => console.error(String(error)));
  await rough.stop();
  await well.stop();
}
console.log(isGood ? 'as it must be' : 'NOT as it must be');
process.exitCode = isGood ? 0 : 1;

type Written = { message: { deliveries: { id: string }[] } };

async function addMailbox(admin: Administrator, address: string, { port }: FaultyServer): Promise<void> {
  const smtp = { host: '127.0.0.1', port, security: 'none', user: '' };
  const mailbox = { name: address, address, imap: null, smtp, language: 'en', acknowledges: false };
  await admin.ask('POST', `/w/${admin.slug}/mailboxes`, mailbox);
}

/** Customers write to both mailboxes. Gives the numbers of the tickets. */
async function openTickets(): Promise<{ roughNumbers: number[]; wellNumbers: number[] }> {
  const client = await openLmtp({ port: desk.lmtpPort });
  const atRough = Math.ceil(replies / repliesPerTicket);
  const atWell = Math.ceil(atRough / wellEvery);
  for (let index = 0; index < atRough + atWell; index++)
    await client.send(mailOf(index, index < atRough ? roughAddress : wellAddress));
  await client.close();
  await untilFiled(desk.databaseUrl, patienceMs);
  const tickets = await ask<{ number: number; address: string }>(
    desk.databaseUrl,
    'select t.number::int, m.address from tickets t join mailboxes m on m.id = t.mailbox_id order by t.number',
  );
  const of = (address: string) => tickets.filter(one => one.address === address).map(one => one.number);
  return { roughNumbers: of(roughAddress), wellNumbers: of(wellAddress) };
}

async function changeWeather(): Promise<void> {
  await pause(calmMs);
  await rough.line.set('down');
  await pause(refusedMs);
  await rough.line.set('up');
  await pause(calmMs);
  await rough.line.set('slow');
  await pause(slowMs);
  await rough.line.set('up');
}

async function repeated(): Promise<number> {
  const metrics = await (await fetch(`${desk.metricsUrl}/metrics`)).text();
  return Number(/^guichet_deliveries_total\{state="repeated"\} (\d+)/m.exec(metrics)?.[1] ?? 0);
}
