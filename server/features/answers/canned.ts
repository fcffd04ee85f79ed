// Replies written once and used often (LIV-19, CHP-11). Every agent keeps their own; what is shared belongs to the team,
// so that every agent may mend it. Somebody else's own ones are not found.
import './tables.ts';
import { unknownVariables } from '../../../contract/canned-variables.ts';
import type { Language } from '../../../contract/fields.ts';
import { cleanTemplate, textOf } from '../../desk/messages/index.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, forbidden, invalid, isDuplicate, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';

export interface CannedContent {
  name: string;
  shortcut: string;
  folder: string;
  language: Language | null;
  html: string;
  isShared: boolean;
}

export interface CannedReply extends CannedContent {
  id: string;
  isMine: boolean;
  useCount: number;
}

/** The agent's own and the shared ones, by folder and name. */
export async function cannedRepliesOf(ctx: Ctx): Promise<CannedReply[]> {
  const rows = await usable(ctx).orderBy('folder').orderBy('name').orderBy('id').execute();
  return rows.map(row => toReply(ctx, row));
}

function usable(ctx: Ctx) {
  return ctx.tx
    .selectFrom('canned_replies')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where(eb => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', ctx.actor.id)]));
}

type Row = Awaited<ReturnType<ReturnType<typeof usable>['execute']>>[number];

const toReply = (ctx: Ctx, row: Row): CannedReply => ({
  id: row.id,
  name: row.name,
  shortcut: row.shortcut,
  folder: row.folder,
  language: row.language,
  html: row.html,
  isShared: row.owner_id === null,
  isMine: row.created_by === ctx.actor.id,
  useCount: row.use_count,
});

async function usableById(ctx: Ctx, id: string): Promise<Row> {
  const row = await usable(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** @throws Invalid for an empty text or variables that do not exist, Conflict shortcut-taken */
export async function addCannedReply(ctx: Ctx, secrets: Secrets, input: CannedContent): Promise<CannedReply> {
  const id = newId();
  const columns = { ...columnsOf(ctx, secrets, input), owner_id: input.isShared ? null : ctx.actor.id };
  await refuseTaken(
    ctx.tx
      .insertInto('canned_replies')
      .values({ workspace_id: ctx.workspaceId, id, created_by: ctx.actor.id, ...columns })
      .execute(),
  );
  return toReply(ctx, await usableById(ctx, id));
}

/** @throws NotFound, Forbidden when a colleague's shared one would become one's own, and what adding throws */
export async function editCannedReply(
  ctx: Ctx,
  secrets: Secrets,
  id: string,
  input: CannedContent,
): Promise<CannedReply> {
  const before = await usableById(ctx, id);
  const isTaking = before.owner_id === null && !input.isShared && before.created_by !== ctx.actor.id;
  if (isTaking) throw forbidden('canned-not-yours');
  const columns = { ...columnsOf(ctx, secrets, input), owner_id: input.isShared ? null : ctx.actor.id };
  await refuseTaken(
    ctx.tx
      .updateTable('canned_replies')
      .set({ ...columns, updated_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  return toReply(ctx, await usableById(ctx, id));
}

/** @throws NotFound */
export async function removeCannedReply(ctx: Ctx, id: string): Promise<void> {
  await usableById(ctx, id);
  await ctx.tx
    .deleteFrom('canned_replies')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Counts one use. @throws NotFound */
export async function countUse(ctx: Ctx, id: string): Promise<void> {
  await usableById(ctx, id);
  await ctx.tx
    .updateTable('canned_replies')
    .set(eb => ({ use_count: eb('use_count', '+', 1) }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

function columnsOf(ctx: Ctx, secrets: Secrets, input: CannedContent) {
  const html = cleanTemplate(ctx, secrets, input.html);
  if (textOf(html) === '') throw invalid('invalid', { fields: { html: 'empty-message' } });
  if (unknownVariables(html).length > 0) throw invalid('invalid', { fields: { html: 'unknown-variables' } });
  const { name, shortcut, language } = input;
  return { name, shortcut, language, html, folder: tidyFolder(input.folder) };
}

/** 'Retours / Garantie/' -> 'Retours/Garantie' */
function tidyFolder(folder: string): string {
  return folder
    .split('/')
    .map(part => part.trim())
    .filter(part => part !== '')
    .join('/');
}

async function refuseTaken(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    throw isDuplicate(error) ? conflict('shortcut-taken') : error;
  });
}
