import { Readable } from 'node:stream';
import type { StoredFile } from '../desk/messages/index.ts';
import type { Storage } from '../platform/files/index.ts';
import { momentOf } from './moments.ts';
import type { DemoFile, Story, Turn } from './story.ts';

/** What is known of a file once its bytes are stored. */
export type Bytes = Pick<StoredFile, 'name' | 'type' | 'size' | 'sha256' | 'storageKey'>;
export type StoredFiles = Map<DemoFile, Bytes>;

/** The files of a turn, its image among them. */
export function filesIn(turn: Turn): DemoFile[] {
  if (turn.kind === 'sorted' || turn.kind === 'sets') return [];
  return [...(turn.image ? [turn.image] : []), ...(turn.files ?? [])];
}

/** Makes and stores the files of all stories, ahead of the transaction that records them. @throws when the storage fails */
export async function storeFiles(
  storage: Storage,
  stories: readonly Story[],
  now: Date,
): Promise<StoredFiles> {
  const stored: StoredFiles = new Map();
  const turns = stories.flatMap(story => story.turns);
  try {
    await Promise.all(
      turns.flatMap(turn =>
        filesIn(turn).map(async file => {
          const bytes = file.bytes(momentOf(turn.ago, now));
          const { key, size, sha256 } = await storage.put(Readable.from([bytes]), bytes.length);
          stored.set(file, { name: file.name, type: file.type, size, sha256, storageKey: key });
        }),
      ),
    );
  } catch (error) {
    await removeFiles(storage, stored);
    throw error;
  }
  return stored;
}

/** Removes stored files that no message has come to own. */
export async function removeFiles(storage: Storage, stored: StoredFiles): Promise<void> {
  for (const { storageKey } of stored.values()) await storage.remove(storageKey);
}
