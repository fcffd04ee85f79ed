// The first run: whoever holds the link that the start printed makes the first workspace, once.
import './tables.ts';
import { sql } from 'kysely';
import type { Language } from '../../../contract/fields.ts';
import { newToken } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { conflict, invalid } from '../../platform/errors/index.ts';
import type { SignedIn } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { makeWorkspace } from '../workspaces/index.ts';
import { addAgent } from './add-agent.ts';
import { findIdentity } from './identities.ts';
import { hashPassword } from './passwords.ts';
import { type Caller, startSession } from './sessions.ts';

const key = 'set-up';
const purpose = 'set-up';

export interface FirstRun {
  token: string;
  workspaceName: string;
  language: Language;
  brandColour: string;
  name: string;
  /** Lower case. */
  email: string;
  password: string;
}

/**
 * The one-time set-up token, or null when the first run is done. It is the same at each start and in each process, since
 * it is derived from SECRET_KEY and a random salt: the database holds nothing that it could be read from.
 */
export async function ensureSetupToken({ database, secrets }: Platform): Promise<string | null> {
  const state = await database.outside(async tx => {
    await tx
      .insertInto('installation')
      .values({ key, value: JSON.stringify({ state: 'open', salt: newToken() }) })
      .onConflict(conflict => conflict.column('key').doNothing())
      .execute();
    return readState(tx);
  });
  return state.salt === null ? null : secrets.sign(purpose, [state.salt]).toString('base64url');
}

/** Whether the first run is still to be done. */
export function needsSetup({ database }: Platform): Promise<boolean> {
  return database.outside(async tx => !(await readState(tx)).isDone);
}

/** Closes the first run. Gives whether it was open: of two who try at once, one gets true. */
export async function closeFirstRun(tx: Db, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('installation')
    .set({ value: JSON.stringify({ state: 'done' }), updated_at: now })
    .where('key', '=', key)
    .where(sql<boolean>`value ->> 'state' = 'open'`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Makes the first workspace, its administrator (who also operates the installation) and their session.
 * @throws Conflict already-set-up; Invalid link-expired for a wrong token
 */
export async function setUp(platform: Platform, input: FirstRun, caller: Caller): Promise<SignedIn> {
  const { database, secrets } = platform;
  const { isDone, salt } = await database.outside(readState);
  if (isDone) throw conflict('already-set-up');
  const given = Buffer.from(input.token, 'base64url');
  if (salt === null || given.length !== 32 || !secrets.verify(purpose, [salt], given))
    throw invalid('link-expired');
  const passwordHash = await hashPassword(input.password);
  const { workspaceName: name, language, brandColour } = input;
  let signedIn: SignedIn | undefined;
  await makeWorkspace(database, { name, language, brandColour }, async ctx => {
    if (!(await closeFirstRun(ctx.tx, ctx.now))) throw conflict('already-set-up');
    await addAgent(ctx, { ...input, role: 'administrator', passwordHash, isOperator: true });
    const person = await findIdentity(ctx.tx, input.email);
    signedIn = await startSession(ctx.tx, ctx.now, person!.id, caller);
  });
  return signedIn!;
}

async function readState(tx: Db): Promise<{ isDone: boolean; salt: string | null }> {
  const row = await tx.selectFrom('installation').select('value').where('key', '=', key).executeTakeFirst();
  const { state, salt } = row?.value ?? {};
  return { isDone: state === 'done', salt: state === 'open' && typeof salt === 'string' ? salt : null };
}
