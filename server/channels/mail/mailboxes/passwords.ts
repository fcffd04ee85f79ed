// Passwords of mail servers, sealed for the one place where each is kept (S29).
import type { Secrets } from '../../../platform/crypto/index.ts';

export type Part = 'imap' | 'smtp';

export interface PasswordPlace {
  workspaceId: string;
  /** The mailbox. */
  id: string;
  part: Part;
}

function nameOf({ workspaceId, id, part }: PasswordPlace): string {
  return `${workspaceId}/mailboxes.${part}_password/${id}`;
}

/** Encrypts a password for its place. */
export function sealPassword(secrets: Secrets, place: PasswordPlace, password: string): Buffer {
  return secrets.seal(password, nameOf(place));
}

/** The password kept there; null when there is none. @throws when it was sealed for another place or by another key */
export function openPassword(secrets: Secrets, place: PasswordPlace, sealed: Buffer | null): string | null {
  return sealed && secrets.unseal(sealed, nameOf(place));
}
