import { importRoutes, maxArchiveBytes } from '../../../../contract/routes/imports.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { TooLarge } from '../../../platform/files/index.ts';
import { type Mount, mountInWorkspace, mountTransfers } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { mailboxById } from '../mailboxes/mailbox.ts';
import { importOf, importsOf, skippedOf } from './report.ts';
import { startImport } from './start-import.ts';

/** Mounts the import of archives. */
export function mountImports(mount: Mount, { storage }: Platform): void {
  const { start, ...stored } = importRoutes;
  mountInWorkspace(mount, stored, {
    list: async ctx => ({ imports: await importsOf(ctx) }),
    skipped: (ctx, { params, query }) => skippedOf(ctx, params.id, query.after),
  });
  mountTransfers(
    mount,
    { start },
    {
      start: async (visit, { query }) => {
        // Before gigabytes come in for nothing.
        await visit.run(ctx => mailboxById(ctx, query.mailboxId));
        const part = await visit.request.file({ limits: { fileSize: maxArchiveBytes } });
        if (!part) throw invalid('invalid', { fields: { file: 'required' } });
        const tooLarge = () => invalid('file-too-large', { limit: maxArchiveBytes / 1024 / 1024 });
        const kept = await storage.put(part.file, maxArchiveBytes).catch(error => {
          throw error instanceof TooLarge ? tooLarge() : error;
        });
        try {
          if (part.file.truncated) throw tooLarge();
          return await visit.run(async ctx =>
            importOf(ctx, await startImport(ctx, { ...query, ...kept, name: part.filename })),
          );
        } catch (error) {
          await storage.remove(kept.key);
          throw error;
        }
      },
    },
  );
}
