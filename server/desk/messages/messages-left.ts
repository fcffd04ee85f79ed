import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { previewOf } from './text.ts';

export interface Told {
  message_count: number;
  has_files: boolean;
  preview: string;
  last_message_at: Date;
  /** When the customer first wrote since the last answer of an agent; null where nothing is unanswered. */
  waiting_since: Date | null;
}

type Row = Omit<Told, 'preview' | 'last_message_at'> & { words: string; last_message_at: Date | null };

/** What a ticket's messages, as they are now, say about it; null where it has no public message. */
export async function toldByMessages(ctx: Ctx, ticketId: string): Promise<Told | null> {
  const { rows } = await sql<Row>`
    with those as (
      select m.id, m.at, m.author_type, m.kind, m.text, m.subject from messages m
      where m.workspace_id = ${ctx.workspaceId} and m.ticket_id = ${ticketId}),
    public as (select * from those where kind = 'public')
    select (select count(*)::int from those) as message_count,
      exists (select from files f where f.workspace_id = ${ctx.workspaceId} and f.ticket_id = ${ticketId}
        and not f.is_inline and f.outgoing_id is null) as has_files,
      (select left(coalesce(nullif(text, ''), subject), 2000) from public order by at desc, id desc limit 1) as words,
      (select max(at) from public) as last_message_at,
      (select min(at) from public where author_type = 'contact'
        and at > coalesce((select max(at) from public where author_type = 'agent'), '-infinity')) as waiting_since`.execute(
    ctx.tx,
  );
  const { words, last_message_at, ...told } = rows[0]!;
  return last_message_at && { ...told, last_message_at, preview: previewOf(words) };
}
