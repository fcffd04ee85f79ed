import './tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';

/**
 * Whether somebody with this address may speak in a ticket by mail (S5): the requester, by any of their addresses, or
 * whom an agent wrote to in it.
 */
export async function isParticipant(ctx: Ctx, ticketId: string, email: string): Promise<boolean> {
  const address = email.toLowerCase();
  const { rows } = await sql`
    select 1 from tickets t
    join contact_addresses a on a.workspace_id = t.workspace_id and a.contact_id = t.contact_id and a.kind = 'email'
    where t.workspace_id = ${ctx.workspaceId} and t.id = ${ticketId} and a.value = ${address}
    union all
    select 1 from ticket_participants p
    where p.workspace_id = ${ctx.workspaceId} and p.ticket_id = ${ticketId} and p.address = ${address}`.execute(
    ctx.tx,
  );
  return rows.length > 0;
}

/** The addresses besides the requester that the next reply goes to in copy, unless its writer says otherwise. */
export async function copiedParticipants(ctx: Ctx, ticketId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('ticket_participants')
    .select('address')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('is_copied', '=', true)
    .orderBy('accepted_at')
    .orderBy('address')
    .execute();
  return rows.map(row => row.address);
}

/**
 * Notes whom the acting agent openly wrote to (S6): they may answer into the ticket, and get the next reply too. Who was
 * left out this time may still answer what they got, but is not put back in copy.
 */
export async function acceptParticipants(ctx: Ctx, ticketId: string, addresses: string[]): Promise<void> {
  await ctx.tx
    .updateTable('ticket_participants')
    .set({ is_copied: false })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('is_copied', '=', true)
    .execute();
  if (addresses.length === 0) return;
  await ctx.tx
    .insertInto('ticket_participants')
    .values(
      addresses.map(address => ({
        workspace_id: ctx.workspaceId,
        ticket_id: ticketId,
        address,
        is_copied: true,
        accepted_by: ctx.actor.id!,
        accepted_at: ctx.now,
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'ticket_id', 'address']).doUpdateSet({ is_copied: true }),
    )
    .execute();
}

/** Lets an address write into a ticket from now on, without sending it anything (S6). Gives false where it could already. */
export async function allowParticipant(ctx: Ctx, ticketId: string, address: string): Promise<boolean> {
  if (await isParticipant(ctx, ticketId, address)) return false;
  await ctx.tx
    .insertInto('ticket_participants')
    .values({
      workspace_id: ctx.workspaceId,
      ticket_id: ticketId,
      address: address.toLowerCase(),
      is_copied: false,
      accepted_by: ctx.actor.id!,
      accepted_at: ctx.now,
    })
    .execute();
  return true;
}

/** Takes back what allowParticipant() gave, unless an agent has written to the address since. */
export async function disallowParticipant(ctx: Ctx, ticketId: string, address: string): Promise<void> {
  await ctx.tx
    .deleteFrom('ticket_participants')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('address', '=', address.toLowerCase())
    .where('is_copied', '=', false)
    .execute();
}

/** The id of the ticket with a number, or null. */
export async function ticketIdByNumber(ctx: Ctx, number: number): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id ?? null;
}
