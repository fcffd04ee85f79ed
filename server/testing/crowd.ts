// Some thousand tickets at once, random but the same for the same seed: for what goes other ways with many than with few.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Priority, Status } from '../../contract/fields.ts';
import { queueRank } from '../desk/tickets/index.ts';

export interface Member {
  id: string;
  number: number;
  status: Status;
  priority: Priority;
  assignee_id: string | null;
  escalated_to: string | null;
  escalation_level: number;
  folder_id: string;
  waiting_since: Date | null;
  last_message_at: Date;
  queue_rank: number;
  tags: string[];
  words: string[];
}

/** How many of a thousand tickets hold a word. */
export const shares = { partout: 600, souvent: 200, parfois: 30, rare: 2 } as const;
/** Of a thousand tickets those up to this one. */
const statusesUpTo: [Status, number][] = [
  ['new', 60],
  ['open', 200],
  ['pending', 350],
  ['on_hold', 380],
  ['resolved', 500],
  ['spam', 520],
  ['closed', 1000],
];

interface Places {
  workspaceId: string;
  contactId: string;
  agents: readonly string[];
  folders: readonly string[];
  tags: readonly string[];
}

/** Fills a workspace as the database's owner, past its triggers. Numbers leave gaps, so that the desk seems ten times as large. */
export async function fillWithCrowd(
  ownerUrl: string,
  seed: number,
  size: number,
  places: Places,
): Promise<Member[]> {
  const roll = randomFrom(seed);
  const chosen = <T>(from: readonly T[]) => from[Math.floor(roll() * from.length)]!;
  const start = Date.UTC(2024, 0, 1);
  const members = Array.from({ length: size }, (_, at): Member => {
    const place = roll() * 1000;
    const status = statusesUpTo.find(([, end]) => place < end)?.[0] ?? 'closed';
    const isUnanswered = status === 'new' || status === 'open';
    // Several at the same moment, so that ids decide their order.
    const last_message_at = new Date(start + Math.floor(at * 0.8 + roll() * size * 0.2) * 600_000);
    const waiting_since = isUnanswered
      ? new Date(last_message_at.getTime() - Math.floor(roll() * 50) * 3_600_000)
      : null;
    const isEscalated = roll() < 0.05;
    return {
      id: randomUUID(),
      number: 100 + at * 10,
      status,
      priority: chosen(['low', 'medium', 'medium', 'high'] as const),
      assignee_id: roll() < 0.3 ? null : chosen(places.agents),
      escalated_to: isEscalated ? chosen(places.agents) : null,
      escalation_level: isEscalated ? 1 : 0,
      folder_id: chosen(places.folders),
      waiting_since,
      last_message_at,
      queue_rank: queueRank({ status, waiting_since, last_message_at }),
      tags: places.tags.filter((_tag, n) => roll() < (n === 0 ? 0.3 : 0.01)),
      words: Object.entries(shares).flatMap(([word, share]) => (roll() * 1000 < share ? [word] : [])),
    };
  });
  await write(ownerUrl, members, places);
  return members;
}

async function write(ownerUrl: string, members: Member[], { workspaceId, contactId }: Places): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  // What is there already is none of the crowd.
  for (const table of ['ticket_documents', 'ticket_tags', 'tickets'])
    await owner.query(`delete from ${table} where workspace_id = $1`, [workspaceId]);
  const rows = JSON.stringify(members);
  await owner.query(
    `insert into tickets (workspace_id, id, number, subject, status, priority, channel, language, folder_id, assignee_id,
       contact_id, requester_name, requester_email, received_at, waiting_since, last_message_at, queue_rank, last_event_id,
       created_at, escalation_level, escalated_to)
     select $1, m.id, m.number, 'Ticket ' || m.number, m.status, m.priority, 'mail', 'fr', m.folder_id, m.assignee_id,
       $2, 'Anne', 'anne@client.example', m.last_message_at - interval '1 hour', m.waiting_since, m.last_message_at,
       m.queue_rank, gen_random_uuid(), m.last_message_at, m.escalation_level, m.escalated_to
     from json_populate_recordset(null::tickets, $3) m`,
    [workspaceId, contactId, rows],
  );
  await owner.query(
    `insert into ticket_tags (workspace_id, ticket_id, tag_id)
     select $1, (m ->> 'id')::uuid, t::uuid from json_array_elements($2) m, json_array_elements_text(m -> 'tags') t`,
    [workspaceId, rows],
  );
  await owner.query(
    `insert into ticket_documents (workspace_id, ticket_id, last_message_at, document)
     select $1, (m ->> 'id')::uuid, (m ->> 'last_message_at')::timestamptz,
       to_tsvector('guichet_fr', array_to_string(array(select json_array_elements_text(m -> 'words')), ' '))
     from json_array_elements($2) m`,
    [workspaceId, rows],
  );
  await owner.query('analyze tickets, ticket_documents, ticket_tags');
  await owner.end();
}

/** Numbers in [0, 1): a linear congruence. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
