// Every file of a folder, sent as a mail by LMTP: each must become a ticket, a message in one, or a stub with a reason.
//
//   npx tsx bench/drills/mail-corpora.ts --root FOLDER [--connections 4]
//
// Prints what became of the files, and ends with 1 when one was lost, doubled, refused without a reason, took over 5 s,
// or when the process did not live through it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startDesk } from '../../e2e/support/desk.ts';
import { dotStuffed, openLmtp } from '../../e2e/support/lmtp.ts';
import { firstRun } from './first-run.ts';
import { untilFiled } from './mail-ledger.ts';

const address = 'drill@desk.example';
const notMails = /\.(md|json|jsonl|py)$/;

const { values } = parseArgs({
  options: { root: { type: 'string' }, connections: { type: 'string', default: '4' } },
});
if (!values.root) throw new Error('--root FOLDER is needed');
const files = readdirSync(values.root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && !notMails.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name));

interface Sent {
  file: string;
  /** Hash of the mail as it went over the wire, without the final dot. */
  hash: string;
  reply: string;
  accepted: boolean;
}

const desk = await startDesk({ env: { LOG_LEVEL: 'error' } });
const watcher = new pg.Pool({ connectionString: desk.databaseUrl, max: 4 });
let isGood = false;
try {
  await firstRun(desk, address);
  const pid = desk.pid();
  const sent: Sent[] = [];
  const waiting = [...files];
  await Promise.all(
    Array.from({ length: Number(values.connections) }, async () => {
      const lmtp = await openLmtp({ port: desk.lmtpPort });
      for (let file = waiting.pop(); file; file = waiting.pop()) {
        const raw = readFileSync(file);
        // Paced, so that the time from accepted to filed is a mail's own and not that of a queue.
        await untilFewWait();
        const [result] = await lmtp.send({ from: 'sender@client.example', to: [address], raw });
        sent.push({
          file,
          hash: hashOf(raw),
          reply: `${result!.code} ${result!.text}`,
          accepted: result!.accepted,
        });
      }
      await lmtp.close();
    }),
  );
  const left = await untilFiled(desk.databaseUrl, 120_000);
  const rows = await readRows(desk.databaseUrl);
  const stored = new Map(rows.map(row => [row.hash, row]));
  const accepted = sent.filter(one => one.accepted);
  const refused = sent.filter(one => !one.accepted);
  // What is not there under its own bytes must be there as the same mail that came by another path.
  const notThere = accepted.filter(one => !stored.has(one.hash));
  const messageIds = new Set(rows.map(row => row.message_id).filter(Boolean));
  const lost = notThere.filter(one => !messageIds.has(messageIdOf(one.file)));
  const unfiled = rows.filter(
    row => row.state === 'received' || (row.state !== 'own' && (!row.has_message || !row.ticket_id)),
  );
  const withoutReason = rows.filter(row => row.state === 'stub' && !row.reason);
  const doubled = rows.filter(row => row.messages > 1);
  const slow = rows.filter(row => row.seconds > 5);
  const isAlive = desk.pid() === pid;
  const count = (state: string) => rows.filter(row => row.state === state).length;
  console.log(
    [
      `files: ${files.length}; accepted: ${accepted.length}; refused: ${refused.length}`,
      ...refused.map(one => `  refused: ${one.reply} (${one.file.slice(values.root!.length)})`),
      `raw mails kept: ${rows.length}; the same mail once more: ${accepted.length - rows.length}`,
      `tickets or messages: ${count('filed')}; stubs: ${count('stub')}; our own that came back: ${count('own')}; left: ${left}`,
      `stub reasons: ${JSON.stringify(tally(rows.filter(row => row.state === 'stub').map(row => row.reason ?? '')))}`,
      `slowest from accepted to filed: ${Math.max(...rows.map(row => row.seconds)).toFixed(2)} s`,
      `lost: ${lost.length}; unfiled: ${unfiled.length}; doubled: ${doubled.length}; stubs without a reason: ${withoutReason.length}; over 5 s: ${slow.length}; the process lived: ${isAlive}`,
      ...lost.map(one => `  lost: ${one.file.slice(values.root!.length)}`),
      ...unfiled.slice(0, 10).map(row => `  unfiled: ${row.state} ${row.message_id}`),
    ].join('\n'),
  );
  isGood =
    [lost, unfiled, doubled, withoutReason, slow].every(list => list.length === 0) &&
    isAlive &&
    refused.every(one => one.reply.length > 4);
} finally {
  await watcher.end();
  await desk.stop();
}
process.exit(isGood ? 0 : 1);

async function untilFewWait(): Promise<void> {
  for (;;) {
    const { rows } = await watcher.query(
      `select count(*)::int as waiting from raw_mails where state = 'received'`,
    );
    if (rows[0].waiting < 4) return;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

function hashOf(raw: Buffer): string {
  const wire = dotStuffed(raw)
    .toString('latin1')
    .replace(/(^|\n)\.\./g, '$1.');
  return createHash('sha256')
    .update(Buffer.from(wire.slice(0, -'.\r\n'.length), 'latin1'))
    .digest('hex');
}

function messageIdOf(file: string): string {
  const head = readFileSync(file, 'latin1').split(/\r?\n\r?\n/)[0] ?? '';
  return /^message-id:\s*(<[^>]*>)/im.exec(head)?.[1] ?? '';
}

function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

interface Row {
  hash: string;
  message_id: string;
  state: string;
  reason: string | null;
  ticket_id: string | null;
  has_message: boolean;
  messages: number;
  seconds: number;
}

async function readRows(url: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(`
    select encode(sha256(r.raw), 'hex') as hash, r.message_id, r.state, r.reason, r.ticket_id,
      exists (select from messages m where m.workspace_id = r.workspace_id and m.id = r.filed_message_id) as has_message,
      (select count(*)::int from raw_mails o where o.workspace_id = r.workspace_id and o.filed_message_id = r.filed_message_id) as messages,
      extract(epoch from r.processed_at - r.received_at)::float as seconds
    from raw_mails r`);
  await client.end();
  return rows;
}
