// What an hour costs. A rate agreed with an organisation goes before the agent's own.
import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { isReferenced, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';

export interface Rate {
  hourly: number;
  currency: string;
}

/** The rate for an agent's time on a ticket of an organisation, or null where none is set. */
export async function rateFor(
  ctx: Ctx,
  agentId: string,
  organisationId: string | null,
): Promise<Rate | null> {
  const rows = await ctx.tx
    .selectFrom('time_rates')
    .select(['organisation_id', 'hourly_rate as hourly', 'currency'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(eb => eb.or([eb('agent_id', '=', agentId), eb('organisation_id', '=', organisationId)]))
    .execute();
  return rows.find(row => row.organisation_id) ?? rows[0] ?? null;
}

/** All rates, and the organisations that one can be set for. */
export async function ratesOf(ctx: Ctx) {
  const rates = await ctx.tx
    .selectFrom('time_rates as r')
    .leftJoin('organisations as o', join =>
      join.onRef('o.workspace_id', '=', 'r.workspace_id').onRef('o.id', '=', 'r.organisation_id'),
    )
    .select(['r.id', 'r.agent_id', 'o.id as organisation_id', 'o.name', 'r.hourly_rate', 'r.currency'])
    .where('r.workspace_id', '=', ctx.workspaceId)
    .orderBy('o.name')
    .orderBy('r.id')
    .execute();
  const organisations = await ctx.tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('name')
    .limit(2_000)
    .execute();
  return {
    rates: rates.map(row => ({
      id: row.id,
      agentId: row.agent_id,
      organisation: row.organisation_id ? { id: row.organisation_id, name: row.name! } : null,
      hourly: row.hourly_rate,
      currency: row.currency,
    })),
    organisations,
  };
}

/** Sets the rate of an agent or an organisation; entries that are there keep theirs. @throws NotFound for either */
export async function setRate(
  ctx: Ctx,
  {
    agentId,
    organisationId,
    hourly,
    currency,
  }: Rate & { agentId: string | null; organisationId: string | null },
): Promise<void> {
  const whose = agentId ? 'agent_id' : 'organisation_id';
  const rate = { hourly_rate: hourly, currency };
  await ctx.tx
    .insertInto('time_rates')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      agent_id: agentId,
      organisation_id: organisationId,
      ...rate,
    })
    .onConflict(conflict => conflict.columns(['workspace_id', whose]).doUpdateSet(rate))
    .execute()
    .catch(error => {
      throw isReferenced(error) ? notFound() : error;
    });
}

/** @throws NotFound */
export async function removeRate(ctx: Ctx, id: string): Promise<void> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('time_rates')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!numDeletedRows) throw notFound();
}
