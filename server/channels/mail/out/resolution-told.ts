// What the mail about a resolution is made of: the text that was saved with the box checked, and the ticket's thread. Like
// every mail to a customer it reads public messages only.
import type { Ctx } from '../../../platform/db/index.ts';
import type { DeliveryRow } from '../../../platform/outbox/index.ts';
import { type Conversation, conversationOf } from './conversation.ts';
import { NoLetter } from './letter.ts';
import type { MailMeans } from './material.ts';

export interface ResolutionTold {
  text: string;
  authorName: string;
  conversation: Conversation;
}

/** @throws NoLetter when the version is not there, or nobody has said anything publicly yet */
export async function resolutionTold(
  ctx: Ctx,
  means: MailMeans,
  delivery: DeliveryRow,
): Promise<ResolutionTold> {
  const { ticket_id, content } = delivery;
  const version = await ctx.tx
    .selectFrom('resolution_versions as v')
    .innerJoin('agents as a', join =>
      join.onRef('a.workspace_id', '=', 'v.workspace_id').onRef('a.id', '=', 'v.written_by'),
    )
    .select(['v.text', 'a.name as authorName'])
    .where('v.workspace_id', '=', ctx.workspaceId)
    .where('v.ticket_id', '=', ticket_id)
    .where('v.version', '=', Number(content.version))
    .executeTakeFirst();
  const latest = await ctx.tx
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticket_id)
    .where('kind', '=', 'public')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!version || !latest) throw new NoLetter('the delivery names no resolution');
  const thread = await conversationOf(ctx, means, { ...delivery, message_id: latest.id });
  return { ...version, conversation: thread };
}
