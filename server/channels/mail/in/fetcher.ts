// Keeps one mailbox fetched for as long as its lease holds: IDLE, a poll each minute, and back-off when it fails.
import type { ImapFlow } from 'imapflow';
import type { Platform } from '../../../platform/index.ts';
import { failureOf } from '../mailboxes/connection-failure.ts';
import { openImap, withinTime } from '../mailboxes/imap-client.ts';
import { openPassword } from '../mailboxes/passwords.ts';
import { type FetchLimits, fetchNew, StoreFailed } from './fetch-mails.ts';
import { giveBack, type Lease, LeaseLost, leaseSeconds, readFetchState, writeFetchState } from './lease.ts';
import type { StoreRaw } from './raw-store.ts';

/** Times in milliseconds. A dead connection is noticed after the pause and the command's own limit: some two minutes. */
export interface FetchTimes extends FetchLimits {
  pollEvery: number;
  firstBackOff: number;
  longestBackOff: number;
}
export const fetchTimes: FetchTimes = {
  pollEvery: 60_000,
  firstBackOff: 5_000,
  longestBackOff: 300_000,
  command: 60_000,
  download: 5 * 60_000,
};

const patience = { connect: 15_000, silence: 90_000 };

export interface Fetcher {
  lease: Lease;
  /** Resolves when the fetcher has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts fetching a mailbox; ends by itself when the lease is lost. */
export function startFetcher(
  platform: Platform,
  store: StoreRaw,
  lease: Lease,
  times: FetchTimes = fetchTimes,
): Fetcher {
  const stopping = new AbortController();
  const { signal } = stopping;
  const renewal = setInterval(
    () => {
      writeFetchState(platform, lease).catch(error => {
        if (error instanceof LeaseLost) stopping.abort();
      });
    },
    (leaseSeconds * 1000) / 3,
  );
  signal.addEventListener('abort', () => clearInterval(renewal));

  async function session(): Promise<void> {
    const { imap, imap_password } = await readFetchState(platform, lease);
    const place = { workspaceId: lease.workspaceId, id: lease.mailboxId, part: 'imap' } as const;
    const client = await openImap(imap, openPassword(platform.secrets, place, imap_password), patience);
    const hangUp = () => client.close();
    signal.addEventListener('abort', hangUp);
    try {
      const news = listenForNews(client);
      await withinTime(client.mailboxOpen(imap.folder), patience.connect);
      while (!signal.aborted && client.usable) {
        news.forget();
        await fetchNew(platform, store, client, lease, times);
        await writeFetchState(platform, lease, { last_fetched_at: platform.database.now(), problem: null });
        await news.wait(times.pollEvery, signal);
      }
      if (!signal.aborted) throw new Error('connection lost (NoConnection)');
    } finally {
      signal.removeEventListener('abort', hangUp);
      client.close();
    }
  }

  async function keepFetching(): Promise<void> {
    let backOff = times.firstBackOff;
    while (!signal.aborted) {
      const startedAt = performance.now();
      const error = await session().then(
        () => null,
        thrown => thrown,
      );
      if (signal.aborted || error === null) continue;
      if (error instanceof LeaseLost) return stopping.abort();
      if (performance.now() - startedAt > times.pollEvery) backOff = times.firstBackOff;
      await noteProblem(error);
      await pause(backOff, signal);
      backOff = Math.min(backOff * 2, times.longestBackOff);
    }
  }

  async function noteProblem(error: unknown): Promise<void> {
    const problem = error instanceof StoreFailed ? { code: error.code, detail: '' } : failureOf(error);
    platform.log.warn({ ...problem, workspaceId: lease.workspaceId, mailboxId: lease.mailboxId }, 'fetching');
    await writeFetchState(platform, lease, { problem }).catch(thrown => {
      if (thrown instanceof LeaseLost) stopping.abort();
    });
  }

  const ended = keepFetching().finally(async () => {
    clearInterval(renewal);
    await giveBack(platform, lease).catch(() => {});
  });
  return {
    lease,
    ended,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** Hears what the server announces, also while mails are being fetched. */
function listenForNews(client: ImapFlow) {
  let news = new AbortController();
  client.on('exists', () => news.abort());
  client.on('close', () => news.abort());
  return {
    forget() {
      if (client.usable) news = new AbortController();
    },
    /** Waits for an announcement since forget(), the end of the connection, of the pause or of the fetcher. */
    async wait(pauseMs: number, signal: AbortSignal): Promise<void> {
      if (news.signal.aborted) return;
      if (client.capabilities.has('IDLE')) void client.idle().catch(() => {});
      await pause(pauseMs, AbortSignal.any([signal, news.signal]));
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
