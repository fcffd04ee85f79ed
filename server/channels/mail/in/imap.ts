// Finds the mailboxes that are to be fetched, of all workspaces, and starts a fetcher for each that nobody else has.
import { allWorkspaceIds } from '../../../desk/workspaces/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { type Fetcher, type FetchTimes, fetchTimes, startFetcher } from './fetcher.ts';
import { takeLeases } from './lease.ts';
import { openRawStore, type StoreRaw } from './raw-store.ts';

export interface Fetching {
  stop(): Promise<void>;
}

/** How often new and changed mailboxes are looked for, in milliseconds, besides the times of each fetcher. */
export interface WatchTimes extends FetchTimes {
  lookEvery: number;
}

const watchTimes: WatchTimes = { ...fetchTimes, lookEvery: 10_000 };

/**
 * Starts fetching mail by IMAP for all workspaces, each mailbox by exactly one process of the installation. New and
 * changed mailboxes are picked up within ten seconds.
 */
export function startFetching(
  platform: Platform,
  options: { store?: StoreRaw; times?: Partial<WatchTimes> } = {},
): Fetching {
  const times = { ...watchTimes, ...options.times };
  const store = options.store ?? openRawStore(platform);
  const holder = newId();
  const fetchers = new Map<string, Fetcher>();
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    for (const workspaceId of await allWorkspaceIds(platform.database)) {
      for (const lease of await takeLeases(platform, workspaceId, holder)) {
        // Still there when the settings have changed, or when this process slept through the end of its lease.
        void fetchers.get(lease.mailboxId)?.stop();
        const fetcher = startFetcher(platform, store, lease, times);
        fetchers.set(lease.mailboxId, fetcher);
        void fetcher.ended.then(() => {
          if (fetchers.get(lease.mailboxId) === fetcher) fetchers.delete(lease.mailboxId);
        });
      }
    }
  }

  let running = Promise.resolve();
  const turn = () => {
    running = look()
      .catch(error => platform.log.warn({ err: error }, 'mailboxes not looked for'))
      .then(() => {
        if (!isStopping) timer = setTimeout(turn, times.lookEvery);
      });
  };
  turn();

  return {
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await running;
      await Promise.all([...fetchers.values()].map(fetcher => fetcher.stop()));
    },
  };
}
