// What a found ticket shows: where the words stand in it.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { ticketHit } from '../../../contract/routes/search.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { countIn, excerptOf, partsOf, type Wanted } from './excerpt.ts';

export type TicketHit = z.input<typeof ticketHit>;

/** So many of the newest messages are looked through, and so much of each. */
const mostMessages = 30;
const mostCharacters = 20_000;

interface Written {
  ticket_id: string;
  place: 'message' | 'note' | 'file';
  source: string;
  text: string;
}

/** The hits for tickets that were found, in the order of their ids. */
export async function ticketHits(ctx: Ctx, ids: string[], wanted: Wanted[]): Promise<TicketHit[]> {
  if (ids.length === 0) return [];
  const tickets = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number', 'subject', 'status', 'requester_name', 'requester_email', 'assignee_id'])
    .select(['last_message_at', 'preview'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .execute();
  const written = wanted.length > 0 ? await writtenIn(ctx, ids) : [];
  return tickets
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(ticket => {
      const best = bestOf(
        written.filter(one => one.ticket_id === ticket.id),
        wanted,
      );
      return {
        id: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        subjectParts: partsOf(ticket.subject, wanted),
        status: ticket.status,
        requester: { name: ticket.requester_name, email: ticket.requester_email },
        assigneeId: ticket.assignee_id,
        lastMessageAt: ticket.last_message_at.toISOString(),
        place: best?.place ?? ('ticket' as const),
        source: best?.source ?? '',
        excerpt: excerptOf(best?.text ?? ticket.preview, wanted),
      };
    });
}

/** The text that holds most of the words; of several the newest, and a message rather than a file. */
function bestOf(written: Written[], wanted: Wanted[]): Written | null {
  let best: Written | null = null;
  let most = 0;
  for (const one of written) {
    const count = countIn(one.text, wanted);
    if (count > most) [best, most] = [one, count];
    if (most === wanted.length) break;
  }
  return best;
}

/** The newest messages of each ticket, then its files. */
async function writtenIn(ctx: Ctx, ids: string[]): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select t.id as ticket_id, w.place, w.source, w.text from unnest(${ids}::uuid[]) t(id), lateral (
      (select case m.kind when 'note' then 'note' else 'message' end as place, m.author_name as source,
          left(m.text, ${sql.lit(mostCharacters)}) as text
        from messages m where m.workspace_id = ${ctx.workspaceId} and m.ticket_id = t.id
        order by m.id desc limit ${sql.lit(mostMessages)})
      union all
      (select 'file', f.name, f.name || ' ' || left(x.text, ${sql.lit(mostCharacters)})
        from files f join file_texts x on x.workspace_id = f.workspace_id and x.file_id = f.id
        where f.workspace_id = ${ctx.workspaceId} and f.ticket_id = t.id order by f.id desc limit 10)) w`.execute(
    ctx.tx,
  );
  return rows;
}
