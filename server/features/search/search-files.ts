import './tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Status } from '../../../contract/fields.ts';
import type { fileHit } from '../../../contract/routes/search.ts';
import type { Question } from '../../../contract/search/question.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { fileLink } from '../../platform/files/index.ts';
import { tsqueryOf } from './asked.ts';
import { conditionsOf } from './conditions.ts';
import type { Place } from './documents.ts';
import { countIn, excerptOf, partsOf, type Wanted } from './excerpt.ts';
import { mostCounted } from './find-tickets.ts';

type FileHit = z.input<typeof fileHit>;

const most = 2_000;

interface Found {
  id: string;
  at: Date;
  name: string;
  type: string;
  size: number;
  state: string;
  reason: string;
  text: string;
  ticket_id: string;
  number: number;
  subject: string;
  status: Status;
}

/**
 * One page of the files whose name or text holds the words, of tickets within reach that fit the operators, newest
 * first, and how many there are (counted up to `mostCounted`).
 */
export async function findFiles(
  ctx: Ctx,
  question: Question,
  { limit, after }: { limit: number; after?: Place },
): Promise<{ found: Found[]; count: number }> {
  if (!question.words) return { found: [], count: 0 };
  const conditions = [withinReach(ctx), ...conditionsOf(ctx, { ...question, without: '' })];
  const page = after ? sql`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const { rows } = await sql<Found & { count: number }>`
    with matching as materialized (
      select f.id, m.at, tickets.id as ticket_id, tickets.number, tickets.subject, tickets.status
      from matching_files(${tsqueryOf(question.words, question)}, ${sql.lit(most)}) m
      join files f on f.workspace_id = ${ctx.workspaceId} and f.id = m.file_id
      join tickets on tickets.workspace_id = ${ctx.workspaceId} and tickets.id = f.ticket_id
      where ${sql.join(conditions, sql` and `)}),
    page as (select * from matching where ${page} order by at desc, id desc limit ${limit})
    select p.*, f.name, f.type, f.size, x.state, x.reason, x.text,
      (select count(*) from (select from matching limit ${sql.lit(mostCounted + 1)}) c)::int as count
    from page p
    join files f on f.workspace_id = ${ctx.workspaceId} and f.id = p.id
    join file_texts x on x.workspace_id = ${ctx.workspaceId} and x.file_id = p.id
    order by p.at desc, p.id desc`.execute(ctx.tx);
  return { found: rows, count: rows[0]?.count ?? 0 };
}

/** The hits for files that were found. */
export function fileHits(ctx: Ctx, secrets: Secrets, found: Found[], wanted: Wanted[]): FileHit[] {
  return found.map(file => {
    const isInText = countIn(file.text, wanted) > 0;
    return {
      id: file.id,
      name: file.name,
      nameParts: partsOf(file.name, wanted),
      type: file.type,
      size: Number(file.size),
      url: fileLink(secrets, ctx.workspaceId, file.id, ctx.now),
      at: file.at.toISOString(),
      place: isInText ? 'text' : 'name',
      excerpt: isInText ? excerptOf(file.text, wanted) : [],
      unreadable: file.state === 'unreadable' ? file.reason : '',
      ticket: { id: file.ticket_id, number: file.number, subject: file.subject, status: file.status },
    };
  });
}
