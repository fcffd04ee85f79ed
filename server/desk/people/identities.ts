// A person, found by e-mail before a workspace is known; what they may do in a workspace stands in its agents table.
import './tables.ts';
import type { Db } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';

export interface Identity {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  isOperator: boolean;
}

const columns = [
  'id',
  'email',
  'name',
  'password_hash as passwordHash',
  'is_operator as isOperator',
] as const;

/** The person with this e-mail address (lower case), or null. */
export async function findIdentity(tx: Db, email: string): Promise<Identity | null> {
  const row = await tx.selectFrom('identities').select(columns).where('email', '=', email).executeTakeFirst();
  return row ?? null;
}

/** The person with this id. */
export function identityById(tx: Db, id: string): Promise<Identity> {
  return tx.selectFrom('identities').select(columns).where('id', '=', id).executeTakeFirstOrThrow();
}

/**
 * The person with this e-mail, made when there is none. A person who has a password already keeps it and their name;
 * `isMine` says whether the given password is now theirs.
 */
export async function ensureIdentity(
  tx: Db,
  person: { email: string; name: string; passwordHash: string; isOperator?: boolean },
): Promise<{ id: string; isMine: boolean }> {
  const { email, name, passwordHash: password_hash } = person;
  const row = await tx
    .insertInto('identities')
    .values({ id: newId(), email, name, password_hash, is_operator: person.isOperator ?? false })
    .onConflict(conflict =>
      conflict
        .column('email')
        .doUpdateSet({ name, password_hash })
        .where('identities.password_hash', 'is', null),
    )
    .returning('id')
    .executeTakeFirst();
  if (row) return { id: row.id, isMine: true };
  const known = await findIdentity(tx, email);
  return { id: known!.id, isMine: false };
}

/** Gives a person a new password, by its hash. */
export async function setPassword(tx: Db, identityId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('identities')
    .set({ password_hash: passwordHash })
    .where('id', '=', identityId)
    .execute();
}
