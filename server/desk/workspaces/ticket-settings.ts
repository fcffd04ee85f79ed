// The settings of tickets (CHP-13): kept in the workspace's settings under `tickets`; what is missing there is the default.
import './tables.ts';
import { sql } from 'kysely';
import { ageing } from '../../../contract/fields.ts';
import { ticketSettings as schema, type TicketSettings } from '../../../contract/routes/workspaces.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';

const defaults: TicketSettings = { ageing: { basis: 'waiting', ...ageing } };

/** The settings of tickets of the workspace at hand. */
export async function ticketSettings(ctx: Ctx): Promise<TicketSettings> {
  return (await clockOf(ctx)).settings;
}

/** The time zone of the workspace with its ticket settings: what days and ages in filters are reckoned by. */
export async function clockOf(ctx: Ctx): Promise<{ timeZone: string; settings: TicketSettings }> {
  const row = await ctx.tx
    .selectFrom('workspaces')
    .select(['time_zone', 'settings'])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  const kept = row?.settings.tickets;
  const read = schema.safeParse({ ...defaults, ...(typeof kept === 'object' ? kept : {}) });
  return { timeZone: row?.time_zone ?? 'UTC', settings: read.success ? read.data : defaults };
}

/** Keeps the settings of tickets. @throws Invalid when red would not come after yellow */
export async function editTicketSettings(ctx: Ctx, settings: TicketSettings): Promise<TicketSettings> {
  if (settings.ageing.redMinutes <= settings.ageing.yellowMinutes)
    throw invalid('invalid', { fields: { 'ageing.redMinutes': 'too_small' } });
  await ctx.tx
    .updateTable('workspaces')
    .set({ settings: sql<string>`settings || ${JSON.stringify({ tickets: settings })}::jsonb` })
    .where('workspace_id', '=', ctx.workspaceId)
    .execute();
  return settings;
}
