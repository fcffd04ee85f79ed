import { Readable } from 'node:stream';
import type { Incoming } from '../../../desk/messages/index.ts';
import type { Storage } from '../../../platform/files/index.ts';
import type { ReadAttachment } from '../reading/index.ts';

type StoredFile = Incoming['files'][number];

/** Stores what came with a mail, whatever its size: it was taken in with the mail. @throws when the storage fails */
export async function storeFiles(storage: Storage, attachments: ReadAttachment[]): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  try {
    for (const { name, type, contentId, isInline, content } of attachments) {
      const { key, size, sha256 } = await storage.put(Readable.from([Buffer.from(content)]), content.length);
      files.push({ name, type, size, sha256, storageKey: key, contentId, isInline });
    }
    return files;
  } catch (error) {
    await removeFiles(storage, files);
    throw error;
  }
}

/** Removes stored files that no message has come to own. */
export async function removeFiles(storage: Storage, files: StoredFile[]): Promise<void> {
  for (const file of files) await storage.remove(file.storageKey);
}
