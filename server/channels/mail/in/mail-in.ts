import type { Platform } from '../../../platform/index.ts';
import { startFetching } from './imap.ts';
import { type Listeners, startListeners } from './listeners.ts';

/** Starts every way in for mail: the LMTP and SMTP listeners and fetching by IMAP. @throws when a port is taken */
export async function startMailIn(platform: Platform): Promise<Listeners> {
  const listeners = await startListeners(platform);
  const fetching = startFetching(platform);
  return {
    ...listeners,
    async stop() {
      await Promise.all([listeners.stop(), fetching.stop()]);
    },
  };
}
