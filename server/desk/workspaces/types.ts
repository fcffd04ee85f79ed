// Types of tickets, each with the priority and the team that its tickets get (LIV-10, D-14).
import './tables.ts';
import type { Language, Priority } from '../../../contract/fields.ts';
import { t } from '../../../contract/i18n/t.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, isDuplicate, isReferenced, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';

export interface TicketType {
  id: string;
  name: string;
  priority: Priority;
  teamId: string | null;
}

function readTypes(ctx: Ctx) {
  return ctx.tx
    .selectFrom('ticket_types')
    .select(['id', 'name', 'priority', 'team_id as teamId'])
    .where('workspace_id', '=', ctx.workspaceId);
}

/** All types in their order. */
export async function typesOf(ctx: Ctx): Promise<TicketType[]> {
  return readTypes(ctx).orderBy('position').orderBy('name').execute();
}

/** @throws NotFound */
export async function typeById(ctx: Ctx, id: string): Promise<TicketType> {
  const type = await readTypes(ctx).where('id', '=', id).executeTakeFirst();
  if (!type) throw notFound();
  return type;
}

/** @throws Conflict name-taken, NotFound for a team that is not here */
export async function addType(ctx: Ctx, input: Omit<TicketType, 'id'>): Promise<TicketType> {
  const id = newId();
  const position = (await typesOf(ctx)).length + 1;
  await checked(
    ctx.tx
      .insertInto('ticket_types')
      .values({
        workspace_id: ctx.workspaceId,
        id,
        name: input.name,
        priority: input.priority,
        team_id: input.teamId,
        position,
      })
      .execute(),
  );
  return { id, ...input };
}

/** @throws NotFound, Conflict name-taken */
export async function editType(
  ctx: Ctx,
  id: string,
  change: Partial<Omit<TicketType, 'id'>>,
): Promise<TicketType> {
  const type = { ...(await typeById(ctx, id)), ...change };
  await checked(
    ctx.tx
      .updateTable('ticket_types')
      .set({ name: type.name, priority: type.priority, team_id: type.teamId })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  return type;
}

/** Removes a type. @throws NotFound, Conflict type-in-use */
export async function removeType(ctx: Ctx, id: string): Promise<void> {
  await typeById(ctx, id);
  await ctx.tx
    .deleteFrom('ticket_types')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute()
    .catch(error => {
      throw isReferenced(error) ? conflict('type-in-use') : error;
    });
}

/** The three that a workspace begins with: technical matters are urgent (LIV-10). */
export async function addFirstTypes(ctx: Ctx, language: Language): Promise<void> {
  await addType(ctx, { name: t(language, 'type.technical'), priority: 'high', teamId: null });
  await addType(ctx, { name: t(language, 'type.billing'), priority: 'medium', teamId: null });
  await addType(ctx, { name: t(language, 'type.sales'), priority: 'medium', teamId: null });
}

async function checked(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    if (isDuplicate(error, 'ticket_types_name')) throw conflict('name-taken');
    throw isReferenced(error) ? notFound() : error;
  });
}
