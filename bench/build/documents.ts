// The search documents of the built tickets, set-wise, and the proof that the search room would have written the same.
import type pg from 'pg';
import { indexTicket } from '../../server/features/search/index.ts';
import { type Database, systemActor } from '../../server/platform/db/index.ts';

const weighted = (text: string, weight: string) =>
  `setweight(to_tsvector('guichet_fr', ${text}) || to_tsvector('guichet_en', ${text}), '${weight}')`;

/** Writes the documents of the tickets numbered from `first` to `last`. */
export async function writeDocuments(
  owner: pg.Client,
  workspaceId: string,
  first: number,
  last: number,
): Promise<void> {
  await owner.query(`
    insert into ticket_documents (workspace_id, ticket_id, last_message_at, document)
    select t.workspace_id, t.id, t.last_message_at,
      ${weighted("t.subject || ' ' || names", 'A')} || ${weighted('said.customer', 'B')} || ${weighted('said.desk', 'C')}
      || setweight(to_tsvector('simple', names), 'A')
    from tickets t
    cross join lateral (
      select coalesce(string_agg(concat(author_name, ' ', author_email, ' ', text), E'\\n' order by id) filter (where author_type = 'contact'), '') as customer,
        coalesce(string_agg(concat(author_name, '  ', text), E'\\n' order by id) filter (where author_type <> 'contact'), '') as desk
      from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id
    ) said
    cross join lateral (
      select concat_ws(' ', t.number, t.requester_name, email, regexp_replace(email, '^.*@', ''), regexp_replace(email, '[@.+_-]', ' ', 'g')) as names
      from (select coalesce(t.requester_email, '') as email) e
    ) x
    where t.workspace_id = '${workspaceId}' and t.number between ${first} and ${last}
    order by t.number`);
}

/** Has the search room write some documents anew. @throws when they become other than what was built */
export async function proveDocuments(
  owner: pg.Client,
  database: Database,
  workspaceId: string,
): Promise<void> {
  const { rows: before } = await owner.query<{ ticket_id: string; document: string }>(
    `select ticket_id, document::text from ticket_documents where workspace_id = $1 order by last_message_at limit 25`,
    [workspaceId],
  );
  for (const { ticket_id: ticketId, document } of before) {
    const heard = { workspaceId, ticketId, eventId: ticketId, kind: 'ticket.opened', depth: 0 } as const;
    await database.run({ workspaceId, actor: systemActor('bench') }, ctx =>
      indexTicket.run(ctx, heard, database),
    );
    const { rows } = await owner.query<{ document: string }>(
      'select document::text from ticket_documents where workspace_id = $1 and ticket_id = $2',
      [workspaceId, ticketId],
    );
    if (rows[0]?.document !== document)
      throw new Error(
        'the search room writes other documents than bench/build/documents.ts: change the latter',
      );
  }
}
