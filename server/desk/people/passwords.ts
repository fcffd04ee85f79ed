import { hash, verify } from '@node-rs/argon2';
import { newToken } from '../../platform/crypto/index.ts';

/** Argon2id (the library's default) with the parameters that OWASP recommends: 19 MiB, two passes, one lane (S28). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is stored of a password. Takes tens of milliseconds: never to be called inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let nobodysHash: Promise<string> | undefined;

/** Whether a password is the one of this hash. Without a hash it takes the same time and is never right (S3, S28). */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(newToken());
  const isRight = await verify(stored ?? (await nobodysHash), password);
  return isRight && Boolean(stored);
}
