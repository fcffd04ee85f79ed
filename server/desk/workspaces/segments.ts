// Segments: what customers are sorted by, such as a region or a product line (D-13), and who may have their tickets.
import './tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, isDuplicate, isReferenced, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';

export interface Segment {
  id: string;
  name: string;
  /** Who may have tickets of this segment; empty for everybody. */
  agentIds: string[];
}

function readSegments(ctx: Ctx) {
  return ctx.tx
    .selectFrom('segments')
    .select(['id', 'name'])
    .select(
      sql<string[]>`array(select a.agent_id from segment_agents a
        where a.workspace_id = segments.workspace_id and a.segment_id = segments.id order by a.agent_id)`.as(
        'agentIds',
      ),
    )
    .where('workspace_id', '=', ctx.workspaceId);
}

/** All segments by name. */
export async function segmentsOf(ctx: Ctx): Promise<Segment[]> {
  return readSegments(ctx).orderBy('name').execute();
}

/** @throws NotFound */
export async function segmentById(ctx: Ctx, id: string): Promise<Segment> {
  const segment = await readSegments(ctx).where('id', '=', id).executeTakeFirst();
  if (!segment) throw notFound();
  return segment;
}

/** @throws Conflict name-taken, NotFound for an agent who is not here */
export async function addSegment(ctx: Ctx, input: Omit<Segment, 'id'>): Promise<Segment> {
  const id = newId();
  await checked(
    ctx.tx.insertInto('segments').values({ workspace_id: ctx.workspaceId, id, name: input.name }).execute(),
  );
  await setAgents(ctx, id, input.agentIds);
  return segmentById(ctx, id);
}

/** @throws NotFound for it or for an agent, Conflict name-taken */
export async function editSegment(
  ctx: Ctx,
  id: string,
  change: Partial<Omit<Segment, 'id'>>,
): Promise<Segment> {
  const { name } = await segmentById(ctx, id);
  await checked(
    ctx.tx
      .updateTable('segments')
      .set({ name: change.name ?? name })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  if (change.agentIds) await setAgents(ctx, id, change.agentIds);
  return segmentById(ctx, id);
}

/** Removes a segment. @throws NotFound, Conflict segment-in-use */
export async function removeSegment(ctx: Ctx, id: string): Promise<void> {
  await segmentById(ctx, id);
  await ctx.tx
    .deleteFrom('segments')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute()
    .catch(error => {
      throw isReferenced(error) ? conflict('segment-in-use') : error;
    });
}

async function setAgents(ctx: Ctx, segmentId: string, agentIds: string[]): Promise<void> {
  await ctx.tx
    .deleteFrom('segment_agents')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('segment_id', '=', segmentId)
    .execute();
  if (agentIds.length === 0) return;
  const rows = [...new Set(agentIds)].map(agent_id => ({
    workspace_id: ctx.workspaceId,
    segment_id: segmentId,
    agent_id,
  }));
  await checked(ctx.tx.insertInto('segment_agents').values(rows).execute());
}

async function checked(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    if (isDuplicate(error, 'segments_name')) throw conflict('name-taken');
    throw isReferenced(error) ? notFound() : error;
  });
}
