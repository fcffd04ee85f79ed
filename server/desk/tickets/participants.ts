import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';

/** Whether a mail address is one of the requester's: who may speak in a ticket by mail (S5). */
export async function isParticipant(ctx: Ctx, ticketId: string, email: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from tickets t
    join contact_addresses a on a.workspace_id = t.workspace_id and a.contact_id = t.contact_id and a.kind = 'email'
    where t.workspace_id = ${ctx.workspaceId} and t.id = ${ticketId} and a.value = ${email.toLowerCase()}`.execute(
    ctx.tx,
  );
  return rows.length > 0;
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
