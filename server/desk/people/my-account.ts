// What a person does to their own sign-in: in, out, and the password.
import './tables.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { SignedIn } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { forgetPerson } from './door-memory.ts';
import { identityById, setPassword } from './identities.ts';
import { hashPassword } from './passwords.ts';
import { provePassword } from './prove-password.ts';
import { type Caller, endSession, endSessions, findSession, startSession } from './sessions.ts';

/**
 * Signs in with a new session; the one that this browser held before ends. `earlierToken` is the latter's.
 * @throws Forbidden wrong-credentials, TooMany too-many-attempts
 */
export async function signIn(
  { database }: Platform,
  claim: { email: string; password: string },
  caller: Caller,
  earlierToken: string | undefined,
): Promise<SignedIn> {
  const person = await provePassword(database, { ...claim, address: caller.address });
  const { earlier, signedIn } = await database.outside(async (tx, now) => {
    const earlier = earlierToken ? await findSession(tx, now, earlierToken) : null;
    if (earlier) await endSession(tx, earlier.identityId, earlier.sessionId);
    return { earlier, signedIn: await startSession(tx, now, person.id, caller) };
  });
  if (earlier) forgetPerson(database, earlier.identityId);
  return signedIn;
}

/** Ends one session of a person, at once in this process and within seconds in others (S26). @throws NotFound */
export async function endMySession(
  { database }: Platform,
  identityId: string,
  sessionId: string,
): Promise<void> {
  const wasThere = await database.outside(tx => endSession(tx, identityId, sessionId));
  forgetPerson(database, identityId);
  if (!wasThere) throw notFound();
}

/** Changes the password and ends all other sessions. @throws Forbidden wrong-credentials, TooMany */
export async function changePassword(
  { database }: Platform,
  signedIn: SignedIn,
  input: { current: string; next: string; address: string },
): Promise<void> {
  const { email } = await database.outside(tx => identityById(tx, signedIn.identityId));
  await provePassword(database, { email, password: input.current, address: input.address });
  const passwordHash = await hashPassword(input.next);
  await database.outside(async tx => {
    await setPassword(tx, signedIn.identityId, passwordHash);
    await endSessions(tx, signedIn.identityId, signedIn.sessionId);
  });
  forgetPerson(database, signedIn.identityId);
}
