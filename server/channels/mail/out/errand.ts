// What a mail to an agent about an activity of theirs, or about an approval, tells.
import type { Ctx } from '../../../platform/db/index.ts';
import type { DeliveryRow } from '../../../platform/outbox/index.ts';
import { NoLetter } from './letter.ts';

export interface Errand {
  ticket: { number: number; subject: string };
  /** Where in the ticket it is done. */
  tab: 'activities' | 'approval';
  title: string;
  /** The words of whoever wrote it, in the order in which they are read. */
  words: string[];
  dueAt: Date | null;
  actorName: string;
  outcome: string;
}

/** @throws NoLetter when what it tells about is gone */
export function errandOf(ctx: Ctx, delivery: DeliveryRow): Promise<Errand> {
  return delivery.purpose === 'activity-reminder' ? activityOf(ctx, delivery) : approvalOf(ctx, delivery);
}

async function activityOf(ctx: Ctx, { content }: DeliveryRow): Promise<Errand> {
  const row = await ctx.tx
    .selectFrom('activities as a')
    .innerJoin('tickets as t', join =>
      join.onRef('t.workspace_id', '=', 'a.workspace_id').onRef('t.id', '=', 'a.ticket_id'),
    )
    .select(['a.title', 'a.note', 'a.due_at', 't.number', 't.subject'])
    .where('a.workspace_id', '=', ctx.workspaceId)
    .where('a.id', '=', String(content.activityId))
    .executeTakeFirst();
  if (!row) throw new NoLetter('the activity is gone');
  return {
    ticket: { number: row.number, subject: row.subject },
    tab: 'activities',
    title: row.title,
    words: [row.note],
    dueAt: row.due_at,
    actorName: '',
    outcome: '',
  };
}

/** With the question for who is asked, with the comments for who asked. */
async function approvalOf(ctx: Ctx, { content, purpose }: DeliveryRow): Promise<Errand> {
  const row = await ctx.tx
    .selectFrom('approvals as p')
    .innerJoin('tickets as t', join =>
      join.onRef('t.workspace_id', '=', 'p.workspace_id').onRef('t.id', '=', 'p.ticket_id'),
    )
    .select(['p.id', 'p.subject as title', 'p.question', 'p.shared', 'p.expires_at', 't.number', 't.subject'])
    .where('p.workspace_id', '=', ctx.workspaceId)
    .where('p.id', '=', String(content.approvalId))
    .executeTakeFirst();
  if (!row) throw new NoLetter('the approval is gone');
  const comments = await ctx.tx
    .selectFrom('approval_steps')
    .select('comment')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('approval_id', '=', row.id)
    .where('comment', '<>', '')
    .orderBy('position')
    .execute();
  const actor = await ctx.tx
    .selectFrom('agents')
    .select('name')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', typeof content.actorId === 'string' ? content.actorId : null)
    .executeTakeFirst();
  const isAsked = purpose === 'approval-asked';
  return {
    ticket: { number: row.number, subject: row.subject },
    tab: 'approval',
    title: row.title,
    words: isAsked ? [row.question, row.shared] : comments.map(one => one.comment),
    dueAt: row.expires_at,
    actorName: actor?.name ?? '',
    outcome: typeof content.outcome === 'string' ? content.outcome : '',
  };
}
