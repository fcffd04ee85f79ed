// The one place where a password is asked for, so that guessing is counted wherever it is tried (S28).
import './tables.ts';
import { createHash } from 'node:crypto';
import type { Database, Db } from '../../platform/db/index.ts';
import { forbidden, tooMany } from '../../platform/errors/index.ts';
import { networkOf } from './addresses.ts';
import { findIdentity, type Identity } from './identities.ts';
import { isPassword } from './passwords.ts';
import { clearAttempts, countAttempt, type Limit, takeBackAttempt } from './throttle.ts';

const windowMinutes = 15;
const nobody = '00000000-0000-0000-0000-000000000000';

export interface Claim {
  /** Lower case. */
  email: string;
  password: string;
  /** Network address of the caller. */
  address: string;
}

/**
 * The person whose e-mail and password these are.
 * @throws Forbidden wrong-credentials, with the same answer after the same work for unknown people (S3);
 * TooMany too-many-attempts after 10 wrong ones for an account or 100 from an address in 15 minutes
 */
export async function provePassword(database: Database, claim: Claim): Promise<Identity> {
  const { identity, limits, waitSeconds } = await database.outside(async (tx, now) => {
    const identity = await findIdentity(tx, claim.email);
    const limits = await limitsOf(tx, now, claim, identity);
    return { identity, limits, waitSeconds: await countAttempt(tx, now, [limits.account, limits.network]) };
  });
  if (waitSeconds > 0) throw tooMany('too-many-attempts', waitSeconds);
  const isRight = await isPassword(identity?.passwordHash, claim.password);
  if (!identity || !isRight) throw forbidden('wrong-credentials');
  await database.outside(async tx => {
    await clearAttempts(tx, limits.account.key);
    await takeBackAttempt(tx, limits.network.key);
  });
  return identity;
}

/** The key under which wrong passwords of an account are counted. It does not tell which address was tried. */
export function accountKey(email: string): string {
  return `password of ${createHash('sha256').update(email).digest('hex').slice(0, 32)}`;
}

/**
 * A network from which this person is signed in has a count of its own: strangers who keep guessing make only
 * strangers wait.
 */
async function limitsOf(
  tx: Db,
  now: Date,
  claim: Claim,
  identity: Identity | null,
): Promise<{ account: Limit; network: Limit }> {
  const network = networkOf(claim.address);
  const sessions = await tx
    .selectFrom('sessions')
    .select('address')
    .where('identity_id', '=', identity?.id ?? nobody)
    .where('expires_at', '>', now)
    .execute();
  const isFamiliar = sessions.some(session => networkOf(session.address) === network);
  const account = accountKey(claim.email);
  return {
    account: { key: isFamiliar ? `${account} from ${network}` : account, most: 10, minutes: windowMinutes },
    network: { key: `passwords from ${network}`, most: 100, minutes: windowMinutes },
  };
}
