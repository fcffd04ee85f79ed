// Takes over what is new in an IMAP folder: commit first, then \Seen, then the place to go on from. Whatever is done
// twice after a crash in between is recognised by its content; nothing is ever deleted on the server.
import type { ImapFlow } from 'imapflow';
import type { Platform } from '../../../platform/index.ts';
import { withinTime } from '../mailboxes/imap-client.ts';
import { type Lease, readFetchState, writeFetchState } from './lease.ts';
import type { StoreRaw } from './raw-store.ts';

const mailsAtOnce = 25;
const bytesAtOnce = 16 * 1024 * 1024;

interface Found {
  uid: number;
  size: number;
  at: Date | undefined;
}

/** How long a command may take, and the download of some mails over a slow line; in milliseconds. */
export interface FetchLimits {
  command: number;
  download: number;
}

/** The mailbox could not be stored in: the database's fault, not the mail server's. */
export class StoreFailed extends Error {
  readonly code = 'database';
}

/**
 * Fetches every mail above the last UID known, oldest first; all of them after a change of UIDVALIDITY. Gives how many
 * were new. @throws LeaseLost, StoreFailed, or what the connection threw
 */
export async function fetchNew(
  platform: Platform,
  store: StoreRaw,
  client: ImapFlow,
  lease: Lease,
  limits: FetchLimits,
): Promise<number> {
  const state = await readFetchState(platform, lease);
  const box = client.mailbox;
  if (!box) throw new Error('no folder is open');
  const uidValidity = Number(box.uidValidity);
  let lastUid = state.last_uid;
  if (state.uid_validity !== uidValidity) {
    lastUid = 0;
    await writeFetchState(platform, lease, { uid_validity: uidValidity, last_uid: 0 });
  }
  const uids = await newUids(client, lastUid, limits);
  let taken = 0;
  while (uids.length > 0) {
    const batch = await sizesOf(client, uids.slice(0, mailsAtOnce), limits);
    const fitting = firstFitting(batch);
    taken += await takeOver(platform, store, client, lease, state.address, fitting, limits);
    // Those that another program has removed in the meantime are in no batch, and are passed over with it.
    const last = fitting.length < batch.length ? fitting.at(-1)!.uid : uids.slice(0, mailsAtOnce).at(-1)!;
    await writeFetchState(platform, lease, { last_uid: last });
    uids.splice(0, uids.filter(uid => uid <= last).length);
  }
  return taken;
}

async function newUids(client: ImapFlow, lastUid: number, limits: FetchLimits): Promise<number[]> {
  // `n:*` always has the last mail in it, even below n (RFC 3501, 6.4.8).
  const found = await withinTime(client.search({ uid: `${lastUid + 1}:*` }, { uid: true }), limits.command);
  if (!found) throw new Error('the folder cannot be searched');
  return found.filter(uid => uid > lastUid).sort((a, b) => a - b);
}

async function sizesOf(client: ImapFlow, uids: number[], limits: FetchLimits): Promise<Found[]> {
  const query = { uid: true, size: true, internalDate: true };
  const found = await withinTime(client.fetchAll(uids.join(','), query, { uid: true }), limits.command);
  return found
    .map(({ uid, size, internalDate }) => ({
      uid,
      size: size ?? 0,
      at: internalDate === undefined ? undefined : new Date(internalDate),
    }))
    .sort((a, b) => a.uid - b.uid);
}

/** As many of them as may be in memory at once, one at least. */
function firstFitting(batch: Found[]): Found[] {
  let bytes = 0;
  const upTo = batch.findIndex(({ size }, index) => {
    bytes += size;
    return index > 0 && bytes > bytesAtOnce;
  });
  return upTo < 0 ? batch : batch.slice(0, upTo);
}

async function takeOver(
  platform: Platform,
  store: StoreRaw,
  client: ImapFlow,
  lease: Lease,
  address: string,
  mails: Found[],
  limits: FetchLimits,
): Promise<number> {
  if (mails.length === 0) return 0;
  const { workspaceId, mailboxId } = lease;
  // One byte more than is allowed is enough to tell that a mail is too large; its stub says so.
  const maxLength = platform.config.mailMaxBytes + 1;
  const range = mails.map(mail => mail.uid).join(',');
  const bodies = await withinTime(
    client.fetchAll(range, { uid: true, source: { start: 0, maxLength } }, { uid: true }),
    limits.download,
  );
  const results = await Promise.allSettled(
    bodies.map(({ uid, source }) => {
      const at = mails.find(mail => mail.uid === uid)?.at;
      return store({
        workspaceId,
        mailboxId,
        source: 'imap',
        envelopeFrom: '',
        envelopeTo: address,
        ...(at && at < platform.database.now() && { receivedAt: at }),
        raw: source ?? Buffer.alloc(0),
      });
    }),
  );
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw new StoreFailed('not stored', { cause: failed.reason });
  if (bodies.length > 0) {
    const stored = bodies.map(body => body.uid).join(',');
    await withinTime(client.messageFlagsAdd(stored, ['\\Seen'], { uid: true }), limits.command);
  }
  return results.filter(result => result.status === 'fulfilled' && result.value === 'taken').length;
}
