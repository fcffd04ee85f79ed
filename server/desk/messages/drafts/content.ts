// What a draft holds, as it is stored and as it is shown.
import type { z } from 'zod';
import type { DraftContent, draft } from '../../../../contract/routes/drafts.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { fileReply } from '../conversation.ts';
import { cleanRichText, imageIdsIn, linksFor, resolveImages } from '../rich-text.ts';
import type { File } from '../tables.ts';

export interface Kept {
  content: DraftContent;
  /** All files that it holds, images too. */
  fileIds: string[];
  hasLostFiles: boolean;
}

/** Makes a draft fit to be stored. What is not an unsent upload of the agent's own is taken out, and that is told. */
export async function keepContent(ctx: Ctx, secrets: Secrets, content: DraftContent): Promise<Kept> {
  // The addresses of images end after a day or two; a draft may have been open for longer.
  const html = cleanRichText({ ...ctx, now: new Date(0) }, secrets, content.html);
  const wanted = [...new Set([...content.fileIds, ...imageIdsIn(html)])];
  const own = new Set((await uploadsOf(ctx, wanted)).map(file => file.id));
  const isOwn = (id: string) => own.has(id);
  return {
    content: {
      ...content,
      html: html.replace(/<img[^>]*src="cid:([^"]*)"[^>]*>/g, (whole, id: string) =>
        isOwn(id) ? whole : '',
      ),
      fileIds: content.fileIds.filter(isOwn),
    },
    fileIds: [...own],
    hasLostFiles: own.size < wanted.length,
  };
}

async function uploadsOf(ctx: Ctx, ids: string[]): Promise<File[]> {
  if (ids.length === 0) return [];
  return ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .where('uploaded_by', '=', ctx.actor.id)
    .where('message_id', 'is', null)
    .execute();
}

/** A stored content as its author's screen shows it, with its files: addresses are made anew. */
export async function showContent(
  ctx: Ctx,
  secrets: Secrets,
  content: DraftContent,
): Promise<Pick<z.input<typeof draft>, 'content' | 'files' | 'hasLostFiles'>> {
  const wanted = [...new Set([...content.fileIds, ...imageIdsIn(content.html)])];
  const own = await uploadsOf(ctx, wanted);
  const link = linksFor(ctx, secrets);
  const files = content.fileIds.flatMap(id => own.find(file => file.id === id) ?? []);
  return {
    content: {
      ...content,
      html: resolveImages(content.html, own, link),
      fileIds: files.map(file => file.id),
    },
    files: files.map(file => fileReply(file, link)),
    hasLostFiles: own.length < wanted.length,
  };
}
