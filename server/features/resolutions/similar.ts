// What was solved before and is about the same thing (ZOH-06).
import './tables.ts';
import { type SqlBool, sql } from 'kysely';
import { type Status, solvedStatuses } from '../../../contract/fields.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';

/** How many are looked at, and how many are shown of those that are solved and within reach. */
const mostMatches = 60;
const mostShown = 5;
const mostCharacters = 600;

interface Similar {
  id: string;
  number: number;
  subject: string;
  status: Status;
  text: string;
}

/** Solved tickets whose resolution shares words with this one's subject, the closest first. */
export async function similarResolved(ctx: Ctx, ticketId: string): Promise<Similar[]> {
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .select('subject')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const statuses = sql.join(solvedStatuses.map(status => sql.lit(status)));
  const { rows } = await sql<Similar>`
    select t.id, t.number, t.subject, t.status, left(r.text, ${sql.lit(mostCharacters)}) as text
    from matching_resolutions(${anyWordOf(ticket.subject)}, ${sql.lit(mostMatches)}) m
    join resolutions r on r.workspace_id = ${ctx.workspaceId} and r.ticket_id = m.ticket_id
    join tickets t on t.workspace_id = r.workspace_id and t.id = r.ticket_id
    where t.id <> ${ticketId} and t.status in (${statuses}) and ${withinReach(ctx, 't')}
    order by m.rank desc, t.received_at desc limit ${sql.lit(mostShown)}`.execute(ctx.tx);
  return rows;
}

/** One word in common is enough; the rank puts those with more of them first. */
function anyWordOf(text: string) {
  const asked = ['guichet_fr', 'guichet_en'].map(
    language =>
      sql<SqlBool>`replace(replace(plainto_tsquery(${sql.lit(language)}, ${text})::text, '<->', '|'), '&', '|')::tsquery`,
  );
  return sql.join(asked, sql` || `);
}
