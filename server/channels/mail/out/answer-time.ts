import { sql } from 'kysely';
import type { Ctx } from '../../../platform/db/index.ts';

export interface AnswerTime {
  unit: 'hours' | 'days';
  count: number;
}

const fewest = 20;

/**
 * Within which time four of five of the latest tickets got their first answer (LIV-21); null where too few were
 * answered for a promise, or where it took longer than a customer should be told.
 */
export async function usualAnswerTime(ctx: Ctx): Promise<AnswerTime | null> {
  const { rows } = await sql<{ answered: number; hours: number | null }>`
    select count(first_replied_at) as answered,
      percentile_cont(0.8) within group (order by extract(epoch from first_replied_at - received_at) / 3600)
        filter (where first_replied_at is not null) as hours
    from (select first_replied_at, received_at from tickets
      where workspace_id = ${ctx.workspaceId} and channel <> 'agent' order by id desc limit 200) latest`.execute(
    ctx.tx,
  );
  const { answered, hours } = rows[0]!;
  return answered >= fewest && hours !== null ? answerTime(hours) : null;
}

/** Rounds hours up to what is said to people: 1 to 24 hours, then whole days up to 7. */
export function answerTime(hours: number): AnswerTime | null {
  if (hours <= 24) return { unit: 'hours', count: Math.max(1, Math.ceil(hours)) };
  const days = Math.ceil(hours / 24);
  return days <= 7 ? { unit: 'days', count: days } : null;
}
