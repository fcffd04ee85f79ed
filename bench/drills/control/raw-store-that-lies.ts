// The positive control: a writer of raw mails that says "taken" first and commits afterwards. The drill must find what
// it loses, or the drill proves nothing.

import { writeBatch } from '../../../server/channels/mail/in/raw-batch.ts';
import type { StoreRaw } from '../../../server/channels/mail/in/raw-store.ts';
import type { Platform } from '../../../server/platform/index.ts';

export type { StoreRaw };

/** As openRawStore(), but with the order of commit and answer turned round. */
export function openRawStore(platform: Platform): StoreRaw {
  let last: Promise<unknown> = Promise.resolve();
  return async mail => {
    last = last.then(() => writeBatch(platform, [mail])).catch(() => {});
    return 'taken';
  };
}
