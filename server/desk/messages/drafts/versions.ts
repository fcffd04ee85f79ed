import { sql } from 'kysely';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { previewOf, textOf } from '../text.ts';
import { showContent } from './content.ts';
import { ownDraft } from './draft.ts';
import type { DraftRow } from './tables.ts';

const most = 20;
const apartMs = 60_000;

/** Keeps a draft as it is now among its earlier versions: one a minute, the last 20; at once where it is asked for. */
export async function keepVersion(ctx: Ctx, row: DraftRow, isAtOnce: boolean): Promise<void> {
  if (!isAtOnce && !(await isDue(ctx, row))) return;
  await ctx.tx
    .insertInto('draft_versions')
    .values({
      workspace_id: ctx.workspaceId,
      draft_id: row.id,
      version: row.version,
      content: JSON.stringify(row.content),
      at: row.saved_at,
    })
    .onConflict(same => same.columns(['workspace_id', 'draft_id', 'version']).doNothing())
    .execute();
  await ctx.tx
    .deleteFrom('draft_versions')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('draft_id', '=', row.id)
    .where(
      'version',
      '<=',
      sql<number>`coalesce((select v.version from draft_versions v
        where v.workspace_id = ${ctx.workspaceId} and v.draft_id = ${row.id}
        order by v.version desc offset ${most} limit 1), 0)`,
    )
    .execute();
}

async function isDue(ctx: Ctx, row: DraftRow): Promise<boolean> {
  const since = ctx.now.getTime() - apartMs;
  if (row.created_at.getTime() > since) return false;
  const last = await ctx.tx
    .selectFrom('draft_versions')
    .select('at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('draft_id', '=', row.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return !last || last.at.getTime() <= since;
}

/** Earlier versions of the agent's own draft, the latest first. @throws NotFound */
export async function versionsOf(ctx: Ctx, draftId: string) {
  const { id } = await ownDraft(ctx, draftId);
  const rows = await readVersions(ctx, id).orderBy('version', 'desc').execute();
  return rows.map(({ version, at, content }) => ({
    version,
    at: at.toISOString(),
    preview: previewOf(textOf(content.html)),
  }));
}

/** One of them, whole. @throws NotFound */
export async function versionOf(ctx: Ctx, secrets: Secrets, draftId: string, version: number) {
  const { id } = await ownDraft(ctx, draftId);
  const row = await readVersions(ctx, id).where('version', '=', version).executeTakeFirst();
  if (!row) throw notFound();
  const { content, files } = await showContent(ctx, secrets, row.content);
  return { version, at: row.at.toISOString(), content, files };
}

function readVersions(ctx: Ctx, draftId: string) {
  return ctx.tx
    .selectFrom('draft_versions')
    .select(['version', 'at', 'content'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('draft_id', '=', draftId);
}
