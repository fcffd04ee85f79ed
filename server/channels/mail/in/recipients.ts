// Who a mail is for: the map from addresses to mailboxes, asked for each recipient and remembered for some seconds.
import '../../../desk/workspaces/index.ts';
import type { Db } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';

export interface Recipient {
  workspaceId: string;
  mailboxId: string;
}

export type FindRecipient = (address: string) => Promise<Recipient | null>;

const knownForMs = 5_000;
const unknownForMs = 2_000;
const mostRemembered = 10_000;

/** The address without what stands behind its first plus; null when it has none. */
export function withoutPlus(address: string): string | null {
  const plain = address.replace(/^([^+@]+)\+[^@]*(@[^@]+)$/, '$1$2');
  return plain === address ? null : plain;
}

/** The mailbox of an address, of whatever workspace; `local+token@domain` also finds `local@domain`. */
export async function mailboxAt(tx: Db, address: string): Promise<Recipient | null> {
  const exact = address.trim().toLowerCase();
  const plain = withoutPlus(exact);
  const rows = await tx
    .selectFrom('directory')
    .select(['key', 'workspace_id', 'target_id'])
    .where('kind', '=', 'address')
    .where('key', 'in', plain === null ? [exact, exact] : [exact, plain])
    .execute();
  const row = rows.find(each => each.key === exact) ?? rows[0];
  return row?.target_id ? { workspaceId: row.workspace_id, mailboxId: row.target_id } : null;
}

/** Makes a look-up that asks the database at most once in some seconds for each address. @throws when it is away */
export function rememberRecipients(platform: Platform): FindRecipient {
  const remembered = new Map<string, { found: Promise<Recipient | null>; until: number }>();

  return address => {
    const key = address.trim().toLowerCase();
    const known = remembered.get(key);
    if (known && known.until > performance.now()) return known.found;
    if (remembered.size >= mostRemembered) remembered.clear();
    const found = platform.database.outside(tx => mailboxAt(tx, key));
    const entry = { found, until: performance.now() + unknownForMs };
    remembered.set(key, entry);
    found.then(
      recipient => {
        if (recipient) entry.until = performance.now() + knownForMs;
      },
      () => remembered.delete(key),
    );
    return found;
  };
}
