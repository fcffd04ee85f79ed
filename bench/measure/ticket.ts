// Opening a ticket: the ticket, its conversation and its history, all at once. Floor: the bare statements behind it.
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Desk } from '../product/desk.ts';
import { compare } from '../sampling.ts';
import { active, rowColumns } from './row-sql.ts';

const rounds = 300;
const warmUp = 40;

/** Measures opening tickets of the inbox, each round another one; product and floor open the same. */
export async function measureTicket(desk: Desk): Promise<Outcome[]> {
  const { rows } = await desk.sql.query<{ id: string; number: number; contact_id: string }>(
    `select id, number, contact_id from tickets where workspace_id = $1 and ${active} order by md5(id::text) limit $2`,
    [desk.workspaceId, rounds + warmUp],
  );
  const agents = await Promise.all([1, 2, 3].map(() => desk.connect()));
  const times = await compare(
    round => {
      const { number } = rows[round % rows.length]!;
      const paths = [`/tickets/${number}`, `/tickets/${number}/messages`, `/tickets/${number}/history`];
      return Promise.all(paths.map((path, index) => agents[index]!.ask({ path })));
    },
    round => openBare(desk, rows[round % rows.length]!),
    { rounds, warmUp },
  );
  for (const agent of agents) agent.close();
  const given = { what: 'open a ticket', tickets: desk.tickets, unit: 'ms' as const };
  return [outcomeOf({ ...given, ...times }, { ratioAtMost: 2 })];
}

async function openBare(
  { sql, workspaceId, agentId }: Desk,
  ticket: { id: string; number: number; contact_id: string },
): Promise<void> {
  const ask = (name: string, text: string, ...values: unknown[]) =>
    sql.query({ name: `ticket ${name}`, text, values: [workspaceId, ...values] });
  await ask(
    'row',
    `select ${rowColumns}, language, organisation_id, first_replied_at, resolved_at, hint, mailbox_id
     from tickets t where workspace_id = $1 and number = $3`,
    agentId,
    ticket.number,
  );
  await ask(
    'others',
    `select id, number, subject, status, received_at from tickets where workspace_id = $1 and contact_id = $2 and id <> $3
     order by received_at desc limit 10`,
    ticket.contact_id,
    ticket.id,
  );
  const { rows } = await ask(
    'messages',
    'select * from messages where workspace_id = $1 and ticket_id = $2 order by id desc limit 100',
    ticket.id,
  );
  const messageIds = rows.map(row => row.id);
  await ask('files', 'select * from files where workspace_id = $1 and message_id = any($2)', messageIds);
  await ask(
    'deliveries',
    'select * from deliveries where workspace_id = $1 and message_id = any($2)',
    messageIds,
  );
  await ask(
    'history',
    `select e.*, a.name as agent_name, c.name as contact_name from events e
     left join agents a on a.workspace_id = e.workspace_id and a.id = e.actor_id and e.actor_type = 'agent'
     left join contacts c on c.workspace_id = e.workspace_id and c.id = e.actor_id and e.actor_type = 'contact'
     where e.workspace_id = $1 and e.ticket_id = $2 order by e.id desc limit 200`,
    ticket.id,
  );
}
