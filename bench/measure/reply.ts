// An agent's reply. Floor: the bare inserts and the update in one durable transaction.
import { randomUUID } from 'node:crypto';
import { newId } from '../../server/platform/ids/index.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Desk } from '../product/desk.ts';
import { compare } from '../sampling.ts';

const rounds = 200;
const warmUp = 30;
const words =
  'Bonjour, merci de votre message. Votre vélo est prêt : vous pouvez venir le chercher à l’atelier dès demain matin.';
const html = `<p>${words}</p><p>Cordialement,<br>L’équipe de l’atelier</p>`;

/** Measures replies, each to another ticket of the inbox; the floor writes to others again. */
export async function measureReply(desk: Desk): Promise<Outcome[]> {
  const { rows } = await desk.sql.query<{ id: string }>(
    `select id from tickets where workspace_id = $1 and status in ('new', 'open', 'pending') and requester_email is not null
     order by md5(id::text || $2) limit $3`,
    [desk.workspaceId, randomUUID(), 2 * (rounds + warmUp)],
  );
  const ticketOf = (round: number, side: number) => rows[(2 * round + side) % rows.length]!.id;
  const agent = await desk.connect();
  const times = await compare(
    round => agent.ask({ method: 'POST', path: `/tickets/${ticketOf(round, 0)}/replies`, body: { html } }),
    round => replyBare(desk, ticketOf(round, 1)),
    // The reactions to a reply (mail, search) are not to run while the floor is measured.
    { rounds, warmUp, restMs: 40 },
  );
  agent.close();
  const given = { what: 'reply', tickets: desk.tickets, unit: 'ms' as const };
  return [outcomeOf({ ...given, ...times }, { ratioAtMost: 2.5 })];
}

async function replyBare({ sql, workspaceId, agentId }: Desk, ticketId: string): Promise<void> {
  const [eventId, messageId, deliveryId] = [newId(), newId(), newId()];
  const write = (name: string, text: string, ...values: unknown[]) =>
    sql.query({ name: `reply ${name}`, text, values: [workspaceId, ticketId, ...values] });
  await sql.query('begin');
  await write(
    'event',
    `insert into events (workspace_id, id, ticket_id, kind, actor_type, actor_id, actor_via, changes, facts, at)
     values ($1, $3, $2, 'message.replied', 'agent', $4, 'app', '{}', $5, now())`,
    eventId,
    agentId,
    JSON.stringify({ messageId }),
  );
  await write(
    'ticket',
    `update tickets set status = 'pending', waiting_since = null, last_message_at = now(), message_count = message_count + 1,
       first_replied_at = coalesce(first_replied_at, now()), preview = $4, last_event_id = $3,
       queue_rank = 100000000000000 - (extract(epoch from now()) * 1000)::bigint
     where workspace_id = $1 and id = $2`,
    eventId,
    words,
  );
  await write(
    'message',
    `insert into messages (workspace_id, id, ticket_id, kind, author_type, author_id, author_name, text, html, at)
     values ($1, $3, $2, 'public', 'agent', $4, 'Agent 1', $5, $6, now())`,
    messageId,
    agentId,
    words,
    html,
  );
  await write(
    'delivery',
    `insert into deliveries (workspace_id, id, purpose, ticket_id, message_id, event_id, recipient, state)
     values ($1, $3, 'reply', $2, $4, $5, 'somebody@bench.example', 'accepted')`,
    deliveryId,
    messageId,
    eventId,
  );
  await sql.query('commit');
}
