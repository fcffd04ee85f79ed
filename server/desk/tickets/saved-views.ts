// Lists that people keep under a name: for themselves, for a team, for everyone.
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { type ListQuery, listQuery } from '../../../contract/filters.ts';
import { rightsOfRoles } from '../../../contract/rights.ts';
import type { savedView, Visibility } from '../../../contract/routes/views.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { forbidden, invalid, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { teamById } from '../people/index.ts';
import { markChanged } from '../workspaces/index.ts';

export type SavedView = z.output<typeof savedView>;
export interface NewView {
  name: string;
  visibility: Visibility;
  teamId: string | null;
  query: ListQuery;
}

/** The views that the actor sees: their own, those of their teams, those of everyone; administrators all shared ones. */
export async function savedViewsOf(ctx: Ctx): Promise<SavedView[]> {
  const rows = await readViews(ctx).orderBy('id').execute();
  return rows.map(toView).sort((a, b) => a.name.localeCompare(b.name, ctx.language));
}

/** @throws NotFound, also where the actor may not see it */
export async function savedViewById(ctx: Ctx, id: string): Promise<SavedView> {
  const row = await readViews(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return toView(row);
}

const managers = sql.join(rightsOfRoles['settings.manage'].map(role => sql.lit(role)));

function readViews(ctx: Ctx) {
  const me = ctx.actor.id;
  const isMine = sql<SqlBool>`owner_id = ${me}`;
  const isManager = sql<SqlBool>`exists (select from agents a
    where a.workspace_id = ${ctx.workspaceId} and a.id = ${me} and a.role in (${managers}))`;
  const isOfMyTeam = sql<SqlBool>`team_id in (select m.team_id from team_members m
    where m.workspace_id = ${ctx.workspaceId} and m.agent_id = ${me})`;
  return ctx.tx
    .selectFrom('saved_views')
    .select(['id', 'name', 'owner_id', 'visibility', 'team_id', 'query'])
    .select(sql<boolean>`${isMine} or ${isManager}`.as('may_change'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where(
      sql<SqlBool>`(${isMine} or visibility = 'everyone' or ${isOfMyTeam} or visibility <> 'private' and ${isManager})`,
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof readViews>['execute']>>[number];

function toView(row: Row): SavedView {
  const { id, name, visibility } = row;
  const read = listQuery.safeParse(row.query);
  return {
    id,
    name,
    ownerId: row.owner_id,
    visibility,
    teamId: row.team_id,
    // What an older version saved and this one cannot read shows everything rather than nothing.
    query: read.success ? read.data : listQuery.parse({}),
    mayChange: row.may_change,
  };
}

/** Saves a list under a name. @throws NotFound for a team that is not here, Forbidden for one that the actor is not in */
export async function addView(ctx: Ctx, input: NewView): Promise<SavedView> {
  const id = newId();
  const values = await valuesOf(ctx, input);
  await ctx.tx
    .insertInto('saved_views')
    .values({ workspace_id: ctx.workspaceId, id, owner_id: ctx.actor.id!, ...values })
    .execute();
  if (input.visibility !== 'private') await markChanged(ctx);
  return savedViewById(ctx, id);
}

/** Changes a view. @throws NotFound where the actor does not see it, Forbidden where it is another's; and as addView() */
export async function editView(ctx: Ctx, id: string, change: Partial<NewView>): Promise<SavedView> {
  const before = await changeableView(ctx, id);
  const next = { ...before, ...change };
  await ctx.tx
    .updateTable('saved_views')
    .set(await valuesOf(ctx, next, before.teamId))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  if (before.visibility !== 'private' || next.visibility !== 'private') await markChanged(ctx);
  return savedViewById(ctx, id);
}

/** @throws NotFound where the actor does not see it, Forbidden where it is another's */
export async function removeView(ctx: Ctx, id: string): Promise<void> {
  const view = await changeableView(ctx, id);
  await ctx.tx
    .deleteFrom('saved_views')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  if (view.visibility !== 'private') await markChanged(ctx);
}

async function changeableView(ctx: Ctx, id: string): Promise<SavedView> {
  const view = await savedViewById(ctx, id);
  if (!view.mayChange) throw forbidden();
  return view;
}

async function valuesOf(ctx: Ctx, view: NewView, teamBefore: string | null = null) {
  const { name, visibility } = view;
  const team_id = visibility === 'team' ? view.teamId : null;
  if (visibility === 'team') {
    if (!team_id) throw invalid('invalid', { fields: { teamId: 'required' } });
    const team = await teamById(ctx, team_id);
    if (team_id !== teamBefore && !team.agentIds.includes(ctx.actor.id!) && !(await managesSettings(ctx)))
      throw forbidden();
  }
  return { name, visibility, team_id, query: JSON.stringify(view.query) };
}

async function managesSettings(ctx: Ctx): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ctx.actor.id)
    .where('role', 'in', [...rightsOfRoles['settings.manage']])
    .executeTakeFirst();
  return row !== undefined;
}
