// What an agent has written and not sent yet: a signal, not an event, seen by nobody else unless it is shared.
import './tables.ts';
import type { z } from 'zod';
import type { DraftMode, draft } from '../../../../contract/routes/drafts.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { showContent } from './content.ts';
import type { DraftRow } from './tables.ts';

export type DraftReply = z.input<typeof draft>;

/** Where a draft of the agent at hand lies: one for each ticket and mode, one for a new ticket. */
export interface Place {
  ticketId: string | null;
  mode: DraftMode;
}

function own(ctx: Ctx) {
  return ctx.tx
    .selectFrom('drafts')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('agent_id', '=', ctx.actor.id);
}

/** The agent's own draft at a place, locked until the transaction ends. */
export function lockDraftAt(ctx: Ctx, { ticketId, mode }: Place): Promise<DraftRow | undefined> {
  return own(ctx)
    .where('ticket_id', ticketId ? '=' : 'is', ticketId)
    .where('mode', '=', mode)
    .forUpdate()
    .executeTakeFirst();
}

/** The agent's own draft by id. @throws NotFound for none and for one of somebody else, alike */
export async function ownDraft(ctx: Ctx, id: string): Promise<DraftRow> {
  const row = await own(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The agent's own drafts on a ticket, or of a new one. */
export async function draftsAt(ctx: Ctx, secrets: Secrets, ticketId: string | null): Promise<DraftReply[]> {
  const rows = await own(ctx)
    .where('ticket_id', ticketId ? '=' : 'is', ticketId)
    .execute();
  return Promise.all(rows.map(row => draftReply(ctx, secrets, row)));
}

/** A draft in the shape of the contract, for its author. */
export async function draftReply(ctx: Ctx, secrets: Secrets, row: DraftRow): Promise<DraftReply> {
  const shares = await ctx.tx
    .selectFrom('draft_shares')
    .select(['agent_id', 'state'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('draft_id', '=', row.id)
    .orderBy('at')
    .execute();
  const inState = (state: string) => shares.flatMap(one => (one.state === state ? [one.agent_id] : []));
  return {
    id: row.id,
    mode: row.mode,
    version: row.version,
    tab: row.tab,
    savedAt: row.saved_at.toISOString(),
    ...(await showContent(ctx, secrets, row.content)),
    askedBy: inState('asked'),
    sharedWith: inState('shared'),
  };
}
