// What an agent's message is made of, whatever it is for: clean rich text, its images, the files with it.
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { agentById } from '../people/index.ts';
import { attach, takeUploads } from './files.ts';
import { cleanRichText, imageIdsIn } from './rich-text.ts';
import type { File } from './tables.ts';
import { textOf } from './text.ts';

export interface Written {
  html: string;
  text: string;
  imageIds: string[];
  files: File[];
}

/** Makes what an agent sent fit to be stored, and takes its uploads. @throws Invalid empty-message; what takeUploads throws */
export async function prepare(
  ctx: Ctx,
  secrets: Secrets,
  input: { html: string; fileIds: string[] },
): Promise<Written> {
  const html = cleanRichText(ctx, secrets, input.html);
  const text = textOf(html);
  const imageIds = imageIdsIn(html);
  const files = await takeUploads(ctx, [...input.fileIds, ...imageIds]);
  if (!text && files.length === 0) throw invalid('empty-message');
  return { html, text, imageIds, files };
}

/** Whether anything is attached besides the images in the text. */
export const hasAttached = (written: Written) =>
  written.files.some(file => !written.imageIds.includes(file.id));

interface Where {
  ticketId: string;
  messageId: string;
  kind: 'public' | 'note';
  to: string[];
  cc?: string[];
  bcc?: string[];
  subject?: string;
  /** For a note that third parties get. */
  sideId?: string;
  author?: { type: 'contact'; id: string; name: string; email: string };
}

/** Inserts the message, by the agent at hand unless it records what a customer said, with its files. */
export async function insertWritten(ctx: Ctx, where: Where, written: Written): Promise<void> {
  const agent = await agentById(ctx, ctx.actor.id!);
  const author = where.author ?? {
    type: 'agent' as const,
    id: agent.id,
    name: agent.name,
    email: agent.email,
  };
  await ctx.tx
    .insertInto('messages')
    .values({
      workspace_id: ctx.workspaceId,
      id: where.messageId,
      ticket_id: where.ticketId,
      kind: where.kind,
      author_type: author.type,
      author_id: author.id,
      author_name: author.name,
      author_email: author.email,
      subject: where.subject ?? '',
      text: written.text,
      quoted_text: '',
      html: written.html,
      new_html: null,
      is_mail: false,
      has_remote_images: false,
      recipients: JSON.stringify({ to: where.to, cc: where.cc ?? [], bcc: where.bcc ?? [] }),
      message_id: null,
      side_id: where.sideId ?? null,
      notices: [],
      at: ctx.now,
    })
    .execute();
  await attach(ctx, where, written.files, written.imageIds);
}
