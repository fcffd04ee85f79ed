// How a ticket was solved, written once it is: one per ticket, each saved text kept as a version (ZOH-05, ZOH-09, D-16).
import './tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { resolutionReply } from '../../../contract/routes/resolutions.ts';
import { changeTicket, isSolved, type Ticket } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid } from '../../platform/errors/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';

type Reply = z.input<typeof resolutionReply>;

/** The resolution of a ticket that the caller may see, with its earlier texts. */
export async function resolutionOf(ctx: Ctx, ticketId: string): Promise<Reply> {
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .select('status')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const versions = await ctx.tx
    .selectFrom('resolution_versions')
    .select(['version', 'text', 'written_by', 'written_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
  const [resolution = null, ...earlier] = versions.map(row => ({
    version: row.version,
    text: row.text,
    writtenBy: row.written_by,
    writtenAt: row.written_at.toISOString(),
  }));
  const isOpenForWriting = isSolved(ticket.status);
  return { resolution, earlier, isOpenForWriting, isSuperseded: resolution !== null && !isOpenForWriting };
}

/**
 * Saves how a ticket was solved, and tells the requester by mail where that is wanted (ZOH-08).
 * @throws NotFound, Conflict ticket-not-solved, Conflict conflict when another version was saved since, Invalid no-recipient
 */
export async function saveResolution(
  ctx: Ctx,
  ticketId: string,
  input: { text: string; version: number; tellsContact: boolean },
): Promise<void> {
  const version = input.version + 1;
  let hasChanged = false;
  const { ticket, eventId } = await changeTicket(ctx, ticketId, async before => {
    if (!isSolved(before.status)) throw conflict('ticket-not-solved');
    if (input.tellsContact && !before.requester_email) throw invalid('no-recipient');
    const now = await lockedVersion(ctx, ticketId);
    if ((now?.version ?? 0) !== input.version) throw conflict('conflict');
    hasChanged = now?.text !== input.text;
    if (!hasChanged && !input.tellsContact) return null;
    const facts = { version: hasChanged ? version : input.version, tellsContact: input.tellsContact };
    return { kind: 'resolution.saved', facts };
  });
  if (hasChanged) await write(ctx, ticket, input.text, version);
  if (!input.tellsContact) return;
  await queueDelivery(ctx, {
    purpose: 'resolution',
    recipient: ticket.requester_email!,
    ticketId,
    eventId,
    mailboxId: ticket.mailbox_id,
    content: { version: hasChanged ? version : input.version },
  });
}

/** The ticket's row is locked already, so nobody else writes meanwhile. */
function lockedVersion(ctx: Ctx, ticketId: string) {
  return ctx.tx
    .selectFrom('resolutions')
    .select(['version', 'text'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
}

async function write(ctx: Ctx, ticket: Ticket, text: string, version: number): Promise<void> {
  const row = { version, text, written_by: ctx.actor.id!, written_at: ctx.now };
  const key = { workspace_id: ctx.workspaceId, ticket_id: ticket.id };
  const words = `${ticket.subject} ${text}`;
  const document = sql<string>`to_tsvector('guichet_fr', ${words}) || to_tsvector('guichet_en', ${words})`;
  if (version === 1)
    await ctx.tx
      .insertInto('resolutions')
      .values({ ...key, ...row, document })
      .execute();
  else
    await ctx.tx
      .updateTable('resolutions')
      .set({ ...row, document })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('ticket_id', '=', ticket.id)
      .execute();
  await ctx.tx
    .insertInto('resolution_versions')
    .values({ ...key, ...row })
    .execute();
}
