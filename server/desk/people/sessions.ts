// Sessions: found by the hash of their token, valid for 14 days after they were last used.
import './tables.ts';
import { hashToken, newToken } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { SignedIn } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { describeDevice } from './devices.ts';

const lifeMs = 14 * 24 * 3600_000;
const noteUseEveryMs = 5 * 60_000;

export interface Caller {
  /** Network address. */
  address: string;
  /** The user agent. */
  device: string;
}

/** Starts a session with a token that did not exist before (S28). */
export async function startSession(tx: Db, now: Date, identityId: string, caller: Caller): Promise<SignedIn> {
  const token = newToken();
  const id = newId();
  await tx
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      id,
      identity_id: identityId,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + lifeMs),
      address: caller.address,
      device: describeDevice(caller.device),
    })
    .execute();
  return { sessionId: id, identityId, token };
}

/** The live session of a token, or null. Notes its use, at most every five minutes, which makes it live on. */
export async function findSession(tx: Db, now: Date, token: string): Promise<SignedIn | null> {
  const row = await tx
    .selectFrom('sessions')
    .select(['id', 'identity_id', 'last_seen_at'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return null;
  if (now.getTime() - row.last_seen_at.getTime() >= noteUseEveryMs) {
    await tx
      .updateTable('sessions')
      .set({ last_seen_at: now, expires_at: new Date(now.getTime() + lifeMs) })
      .where('id', '=', row.id)
      .execute();
  }
  return { sessionId: row.id, identityId: row.identity_id, token };
}

/** The live sessions of a person, the one last used first. */
export async function sessionsOf(tx: Db, now: Date, { identityId, sessionId }: SignedIn) {
  const rows = await tx
    .selectFrom('sessions')
    .select(['id', 'created_at', 'last_seen_at', 'address', 'device'])
    .where('identity_id', '=', identityId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map(row => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    address: row.address,
    device: row.device,
    isCurrent: row.id === sessionId,
  }));
}

/** Ends one session of a person. Gives whether there was one. */
export async function endSession(tx: Db, identityId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('identity_id', '=', identityId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all sessions of a person but, where given, one. */
export async function endSessions(tx: Db, identityId: string, exceptId?: string): Promise<void> {
  let ending = tx.deleteFrom('sessions').where('identity_id', '=', identityId);
  if (exceptId) ending = ending.where('id', '!=', exceptId);
  await ending.execute();
}
