// F21: machines that answer each other. Two workspaces, robots that answer every mail without a header that tells it, and
// mailing lists, all of them set off again and again.
//
//   npx tsx bench/drills/loop.ts [--seconds 60] [--agent-away] [--control]
//
// At most three automatic mails go between two addresses in 24 hours, people who write for the first time get their one
// acknowledgement each, and when nobody sets anything off any more it becomes quiet. Ends with 1 unless all of this holds.
// With --agent-away the agent who has a robot's ticket is a robot as well: it answers the desk's notices.
// With --control the product is built to acknowledge however often it has done so today; it must end with 1.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startDesk } from '../../e2e/support/desk.ts';
import { buildProduct } from './build-product.ts';
import { administrator, setUp } from './first-run.ts';
import {
  answerProved,
  isNewcomer,
  machines,
  newcomer,
  one,
  robot,
  round,
  threadRobot,
  two,
} from './machines.ts';
import { ask, untilFiled } from './mail-ledger.ts';
import { openPostOffice, pairOf } from './post-office.ts';

const everyMs = 2_000;
const quietMs = 4_000;
const quietWithinMs = 60_000;
/** F21: automatic mails between two addresses in 24 hours. */
const mostAutomatic = 3;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    'agent-away': { type: 'boolean', default: false },
    control: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const isAgentAway = values['agent-away'];
if (isAgentAway) machines.set(administrator.email, answerProved);
/** Nobody answers there, so that only what a mail server says of a sender is known; off, not even that is read. */
const names = isAgentAway ? '127.0.0.1:9' : 'off';

const program = values.control
  ? await buildProduct('loop-control', {
      'server/channels/mail/in/acknowledge.ts': source =>
        source.replace("if (earlier) return 'had-one-today';", ''),
    })
  : await buildProduct('loop');
const desk = await startDesk({
  program,
  env: { LOG_LEVEL: 'silent', NODE_ENV: 'production', DNS_SERVERS: names },
});
const office = await openPostOffice(
  () => desk.lmtpPort,
  address => [one, two].includes(address.replace(/\+[^@]*/, '')),
  machines,
);
let isGood = false;
try {
  const admin = await setUp(desk);
  const other = await admin.ask<{ slug: string }>('POST', '/workspaces', {
    name: 'Other',
    language: 'en',
    brandColour: '#0b7285',
  });
  for (const [slug, address] of [
    [admin.slug, one],
    [other.slug, two],
  ]) {
    const smtp = { host: '127.0.0.1', port: office.port, security: 'none', user: '' };
    const mailbox = { name: address, address, imap: null, smtp, language: 'en', resultsBy: '' };
    await admin.ask('POST', `/w/${slug}/mailboxes`, mailbox);
  }
  const { me } = await admin.ask<{ me: { id: string } }>('GET', `/w/${admin.slug}/desk`);
  const startedAt = performance.now();
  let rounds = 0;
  while (performance.now() - startedAt < seconds * 1000) {
    office.post(round(rounds));
    // Words of people, which the machines at the other end answer as well.
    for (const email of [two, robot, threadRobot])
      await admin.ask('POST', `/w/${admin.slug}/tickets`, {
        requester: { email },
        subject: `From an agent ${rounds}`,
        html: '<p>Can you tell us more?</p>',
        assigneeId: isAgentAway && rounds === 0 ? me.id : null,
      });
    rounds++;
    await pause(Math.max(0, startedAt + rounds * everyMs - performance.now()));
  }
  const endedAt = performance.now();
  while (office.quietForMs() < quietMs && performance.now() - endedAt < quietWithinMs) await pause(200);
  const isQuiet = office.quietForMs() >= quietMs;
  const quietAfter = (performance.now() - endedAt - quietMs) / 1000;
  const left = isQuiet ? await untilFiled(desk.databaseUrl, quietWithinMs) : -1;

  const all = [...office.pairs].sort(([, a], [, b]) => b.automatic - a.automatic || b.other - a.other);
  const machinePairs = all.filter(([pair]) => !pair.split(' ').some(isNewcomer));
  const tooMany = all.filter(([, { automatic }]) => automatic > mostAutomatic);
  const owed = Array.from({ length: rounds }, (_, number) => pairOf(newcomer(number), one));
  const notOne = owed.filter(pair => office.pairs.get(pair)?.automatic !== 1);
  const silent = [robot, threadRobot].filter(address => !office.pairs.get(pairOf(address, one))?.automatic);
  const why = await ask<{ why: string; mails: number }>(
    desk.databaseUrl,
    `select coalesce(arrival ->> 'acknowledgement', state) as why, count(*)::int as mails
     from raw_mails group by 1 order by 2 desc`,
  );
  console.log(
    [
      `build: ${values.control ? 'control, acknowledges however often it has done so today' : 'as it is'}`,
      `rounds: ${rounds} in ${seconds} s; mails the desk got: ${why.map(row => `${row.why} ${row.mails}`).join(', ')}`,
      ...machinePairs.map(
        ([pair, { automatic, other }]) => `  ${pair}: automatic ${automatic}, others ${other}`,
      ),
      `newcomers: ${rounds}, without exactly one acknowledgement: ${notOne.length}`,
      `robots that were never acknowledged: ${silent.length}; mails that the desk refused: ${office.refused.length}`,
      isQuiet
        ? `quiet ${Math.max(0, quietAfter).toFixed(1)} s after the last round, left to be filed: ${left}`
        : `NOT quiet ${quietWithinMs / 1000} s after the last round`,
      `pairs with more than ${mostAutomatic} automatic mails: ${tooMany.length}`,
    ].join('\n'),
  );
  isGood =
    tooMany.length === 0 && isQuiet && [notOne, silent, office.refused].every(found => found.length === 0);
} finally {
  await office.stop();
  await desk.stop().catch(error => console.error(String(error)));
}
console.log(isGood ? 'as it must be' : 'NOT as it must be');
process.exitCode = isGood ? 0 : 1;
