import type { Ctx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import type { Storage } from '../../../platform/files/index.ts';
import { addUpload } from '../files.ts';
import type { File } from '../tables.ts';

type Run = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/**
 * Copies files of a ticket as the agent's own uploads, to be sent on. The bytes are copied outside any transaction; a copy
 * lives and goes by itself. @throws NotFound
 */
export async function copyFiles(
  run: Run,
  storage: Storage,
  ticketId: string,
  fileIds: string[],
): Promise<File[]> {
  const files = await run(ctx => filesOf(ctx, ticketId, [...new Set(fileIds)]));
  const keys: string[] = [];
  try {
    for (const file of files) {
      const bytes = await storage.get(file.storage_key);
      keys.push((await storage.put(bytes, file.size)).key);
    }
    return await run(async ctx => {
      const copies: File[] = [];
      for (const [at, { name, type, size, sha256 }] of files.entries())
        copies.push(await addUpload(ctx, { name, type, size, sha256, storageKey: keys[at]! }));
      return copies;
    });
  } catch (error) {
    for (const key of keys) await storage.remove(key);
    throw error;
  }
}

async function filesOf(ctx: Ctx, ticketId: string, ids: string[]): Promise<File[]> {
  const files = await ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('id', 'in', ids)
    .execute();
  if (files.length !== ids.length) throw notFound();
  return ids.map(id => files.find(file => file.id === id)!);
}
