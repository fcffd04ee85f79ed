// Bytes in and out: uploads, files by signed address, frames, mails as they came.
import { maxFileBytes } from '../../../contract/fields.ts';
import { messageRoutes } from '../../../contract/routes/messages.ts';
import { systemActor } from '../../platform/db/index.ts';
import { invalid, notFound } from '../../platform/errors/index.ts';
import { readFileLink, TooLarge } from '../../platform/files/index.ts';
import { type Mount, mountTransfers, type Visit } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { fileReply } from './conversation.ts';
import { addUpload } from './files.ts';
import { framePage } from './frame.ts';
import { linksFor } from './rich-text.ts';
import { reportOf, sourceOf } from './source.ts';

const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Mounts what carries bytes of messages. */
export function mountMessageTransfers(mount: Mount, platform: Platform): void {
  const { secrets, config } = platform;
  mountTransfers(mount, messageRoutes, {
    upload: visit => upload(visit, platform),
    frame: async (visit, { params, query }) => {
      const { protocol, host } = visit.request;
      const origins = [...new Set([new URL(config.publicUrl).origin, `${protocol}://${host}`])];
      const page = await visit.run(ctx => framePage(ctx, secrets, params.id, query, origins));
      return visit.reply
        .header('content-security-policy', page.policy)
        .header('x-frame-options', 'SAMEORIGIN')
        .header('cache-control', 'private, no-store')
        .type('text/html; charset=utf-8')
        .send(page.html);
    },
    report: async (visit, { params }) => {
      const raw = await visit.run(ctx => reportOf(ctx, params.id));
      return visit.reply
        .header('content-disposition', 'attachment; filename="report.eml"')
        .type('message/rfc822')
        .send(raw);
    },
    source: async (visit, { params }) => {
      const raw = await visit.run(ctx => sourceOf(ctx, params.id));
      return visit.reply
        .header('content-disposition', 'attachment; filename="message.eml"')
        .type('message/rfc822')
        .send(raw);
    },
  });
  mountFiles(mount, platform);
}

/** @throws Invalid file-too-large, invalid */
async function upload(visit: Visit, { storage, secrets }: Platform) {
  const part = await visit.request.file();
  if (!part) throw invalid('invalid', { fields: { file: 'required' } });
  const tooLarge = () => invalid('file-too-large', { limit: maxFileBytes / 1024 / 1024 });
  const stored = await storage.put(part.file, maxFileBytes).catch(error => {
    throw error instanceof TooLarge ? tooLarge() : error;
  });
  if (part.file.truncated) {
    await storage.remove(stored.key);
    throw tooLarge();
  }
  const file = {
    name: nameOf(part.filename),
    type: part.mimetype,
    size: stored.size,
    sha256: stored.sha256,
    storageKey: stored.key,
  };
  return visit.run(async ctx => fileReply(await addUpload(ctx, file), linksFor(ctx, secrets)));
}

/** A file's name without folders and control characters. */
function nameOf(given: string | undefined): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'file';
}

/** Files by their signed address: nothing in them may run in the app's origin (S14). */
function mountFiles({ app }: Mount, { secrets, database, storage }: Platform): void {
  app.get(
    '/files/:token',
    { schema: { hide: true }, config: { rateLimit: { max: 3_000 } } },
    async (request, reply) => {
      const { token } = request.params as { token: string };
      const place = readFileLink(secrets, token, database.now());
      if (!place) throw notFound();
      const file = await database.run({ workspaceId: place.workspaceId, actor: systemActor('files') }, ctx =>
        ctx.tx
          .selectFrom('files')
          .selectAll()
          .where('workspace_id', '=', ctx.workspaceId)
          .where('id', '=', place.fileId)
          .executeTakeFirst(),
      );
      if (!file) throw notFound();
      const isInline = shownInline.has(file.type);
      reply
        .header(
          'content-disposition',
          `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-length', file.size);
      return reply
        .type(isInline ? file.type : 'application/octet-stream')
        .send(await storage.get(file.storage_key));
    },
  );
}
