// A draft is its author's alone until they share it. Teammates see that it is there, and may ask for it.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { othersDraft } from '../../../../contract/routes/drafts.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { activeAgent } from '../../people/index.ts';
import { withinReach } from '../../tickets/index.ts';
import { ownDraft } from './draft.ts';
import type { DraftRow } from './tables.ts';

/** The ticket is the reader's now and was the author's before: what they left unsent comes with it. */
const isLeft = (ctx: Ctx) => sql<boolean>`(tickets.assignee_id = ${ctx.actor.id} and exists (
  select from events e where e.workspace_id = tickets.workspace_id and e.ticket_id = tickets.id
    and e.kind = 'ticket.assigned' and e.changes #>> '{assigneeId,0}' = drafts.agent_id::text))`;

function ofTeammates(ctx: Ctx) {
  return ctx.tx
    .selectFrom('drafts')
    .innerJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'drafts.workspace_id')
        .onRef('tickets.id', '=', 'drafts.ticket_id'),
    )
    .leftJoin('draft_shares', join =>
      join
        .onRef('draft_shares.workspace_id', '=', 'drafts.workspace_id')
        .onRef('draft_shares.draft_id', '=', 'drafts.id')
        .on('draft_shares.agent_id', '=', ctx.actor.id),
    )
    .selectAll('drafts')
    .select(['draft_shares.state as share', isLeft(ctx).as('isLeft')])
    .where('drafts.workspace_id', '=', ctx.workspaceId)
    .where('drafts.agent_id', '!=', ctx.actor.id)
    .where(withinReach(ctx));
}

/** Which teammates have a draft on a ticket; not what it says. */
export async function othersDraftsAt(ctx: Ctx, ticketId: string): Promise<z.input<typeof othersDraft>[]> {
  const rows = await ofTeammates(ctx).where('drafts.ticket_id', '=', ticketId).orderBy('drafts.id').execute();
  return rows.map(row => ({
    id: row.id,
    agentId: row.agent_id,
    mode: row.mode,
    savedAt: row.saved_at.toISOString(),
    share: row.share ?? 'none',
    isLeft: row.isLeft,
  }));
}

export type TeammatesDraft = DraftRow & { share: string | null; isLeft: boolean };

/** A teammate's draft on a ticket within reach. @throws NotFound: for none, for one's own and for a hidden one, alike */
export async function teammatesDraft(ctx: Ctx, id: string): Promise<TeammatesDraft> {
  const row = await ofTeammates(ctx).where('drafts.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Asks a teammate for their draft; what they shared already stays shared. @throws NotFound */
export async function askForDraft(ctx: Ctx, id: string): Promise<DraftRow> {
  const row = await teammatesDraft(ctx, id);
  if (row.share !== 'shared') await setShare(ctx, id, ctx.actor.id!, 'asked');
  return row;
}

/** Gives a teammate the agent's own draft to copy, or declines. @throws NotFound, Invalid agent-not-available */
export async function shareDraft(
  ctx: Ctx,
  id: string,
  { agentId, isShared }: { agentId: string; isShared: boolean },
): Promise<DraftRow> {
  const row = await ownDraft(ctx, id);
  await activeAgent(ctx, agentId);
  await setShare(ctx, id, agentId, isShared ? 'shared' : 'declined');
  return row;
}

async function setShare(
  ctx: Ctx,
  draft_id: string,
  agent_id: string,
  state: 'asked' | 'shared' | 'declined',
): Promise<void> {
  await ctx.tx
    .insertInto('draft_shares')
    .values({ workspace_id: ctx.workspaceId, draft_id, agent_id, state, at: ctx.now })
    .onConflict(same =>
      same.columns(['workspace_id', 'draft_id', 'agent_id']).doUpdateSet({ state, at: ctx.now }),
    )
    .execute();
}
