// Presence at the size of a large desk: five hundred agents on open lines, each opening a ticket every few seconds; one in
// ten is limited to a folder. No floor: nothing that PostgreSQL does alone is the same.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { PresenceNews } from '../../contract/live.ts';
import { hashToken, newToken } from '../../server/platform/crypto/index.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Desk } from '../product/desk.ts';
import { memoryOf } from '../product/memory.ts';
import { timesOf } from '../sampling.ts';

const agents = 500;
const opensEveryMs = 3_000;
const seconds = 20;
/** What the screens need: a teammate seen within a second. */
const aimMs = 1_000;

interface Sitter {
  id: string;
  token: string;
}

/** Measures memory by line, reports a second, and how long until another screen shows what an agent opened. */
export async function measurePresence(desk: Desk, dataDir: string): Promise<Outcome[]> {
  const sitters = await seat(desk);
  const lines: Socket[] = [];
  try {
    const before = memoryOf(desk.program.pid, dataDir).product;
    for (const sitter of sitters) lines.push(await connect(desk, sitter));
    await pause(3_000);
    const open = memoryOf(desk.program.pid, dataDir).product;
    const { delays, reports, took } = await openTickets(desk, sitters, lines);
    const busy = memoryOf(desk.program.pid, dataDir).product;
    const given = { tickets: desk.tickets };
    return [
      outcomeOf(
        { ...given, what: `presence of ${agents}: seen by another`, unit: 'ms', ...timesOf(delays) },
        { below: aimMs },
      ),
      outcomeOf(
        { ...given, what: `presence of ${agents}: reports`, unit: 'reports/s', p50: reports / took },
        null,
      ),
      outcomeOf(
        {
          ...given,
          what: `presence of ${agents}: memory of one line, idle`,
          unit: 'MB',
          p50: (open - before) / agents,
        },
        null,
      ),
      outcomeOf(
        {
          ...given,
          what: `presence of ${agents}: memory of one line, busy`,
          unit: 'MB',
          p50: (busy - before) / agents,
        },
        null,
      ),
    ];
  } finally {
    for (const line of lines) line.close();
    await unseat(desk);
  }
}

/** Adds agents who are signed in, each with a session of their own. */
async function seat({ sql, workspaceId }: Desk): Promise<Sitter[]> {
  const sitters = Array.from({ length: agents }, () => ({ id: randomUUID(), token: newToken() }));
  const ids = sitters.map(one => one.id);
  await sql.query(
    `insert into identities (id, email, name) select id, 'sitter-' || id || '@bench.example', 'Sitter' from unnest($1::uuid[]) id`,
    [ids],
  );
  await sql.query(
    `insert into agents (workspace_id, id, identity_id, name, email, role, language, sees_all_folders)
     select $1, id, id, 'Sitter', 'sitter-' || id || '@bench.example', 'agent', 'fr', n % 10 <> 0
     from unnest($2::uuid[]) with ordinality as x (id, n)`,
    [workspaceId, ids],
  );
  await sql.query(
    `insert into agent_folders (workspace_id, agent_id, folder_id)
     select a.workspace_id, a.id, (select f.id from folders f where f.workspace_id = a.workspace_id order by f.id limit 1)
     from agents a where a.workspace_id = $1 and not a.sees_all_folders`,
    [workspaceId],
  );
  await sql.query(
    `insert into sessions (token_hash, id, identity_id, expires_at, address, device)
     select hash, gen_random_uuid(), id, now() + interval '1 hour', '127.0.0.1', 'bench'
     from unnest($1::uuid[], $2::bytea[]) as x (id, hash)`,
    [ids, sitters.map(one => hashToken(one.token))],
  );
  return sitters;
}

async function unseat({ sql, workspaceId }: Desk): Promise<void> {
  await sql.query(`delete from agents where workspace_id = $1 and name = 'Sitter'`, [workspaceId]);
  await sql.query(`delete from identities where name = 'Sitter'`);
}

function connect(desk: Desk, { token }: Sitter): Promise<Socket> {
  const line = io(`http://127.0.0.1:${desk.program.ports.http}`, {
    query: { workspace: desk.slug },
    extraHeaders: { cookie: `guichet=${token}` },
    transports: ['websocket'],
    forceNew: true,
  });
  return new Promise((resolve, reject) => {
    line.once('connect', () => resolve(line));
    line.once('connect_error', reject);
  });
}

async function openTickets(desk: Desk, sitters: Sitter[], lines: Socket[]) {
  const { rows } = await desk.sql.query<{ id: string }>(
    'select id from tickets where workspace_id = $1 order by queue_rank, id limit 1000',
    [desk.workspaceId],
  );
  const openedAt = new Map<string, number>();
  const delays: number[] = [];
  // Two who see everything stand for all: what they are told is what everybody is told.
  for (const line of [lines[0]!, lines[1]!])
    line.on('presence', ({ topics }: PresenceNews) => {
      for (const [topic, people] of Object.entries(topics))
        for (const id of Object.keys(people)) {
          const at = openedAt.get(`${id} ${topic}`);
          if (at !== undefined) delays.push(performance.now() - at);
          openedAt.delete(`${id} ${topic}`);
        }
    });
  let reports = 0;
  const timers = lines.map((line, index) => {
    const open = () => {
      const topic = rows[Math.floor(Math.random() * rows.length)]!.id;
      // Who is limited may open only some of them; their reports count, but nobody waits to see them.
      if (index % 10 !== 9) openedAt.set(`${sitters[index]!.id} ${topic}`, performance.now());
      line.emit('here', { topic, state: 'viewing' });
      reports++;
    };
    return setTimeout(() => {
      open();
      timers[index] = setInterval(open, opensEveryMs);
    }, Math.random() * opensEveryMs);
  });
  const startedAt = performance.now();
  await pause(seconds * 1000);
  const took = (performance.now() - startedAt) / 1000;
  for (const timer of timers) clearTimeout(timer);
  return { delays, reports, took };
}
