import { email } from '../../contract/fields.ts';
import type { Draft } from './draft.ts';
import type { Recipients } from './outgoing-query.ts';

/** What the draft says, or else what the ticket proposes; undefined while that is not known. */
export function recipientsOf(
  draft: Draft,
  proposed?: { to: string[]; cc: string[] },
): Recipients | undefined {
  const { to, cc = [], bcc = [] } = draft.more;
  if (to) return { to, cc, bcc };
  return proposed && { to: proposed.to, cc: proposed.cc, bcc: [] };
}

/** Every address, in the order in which they are shown. */
export function everybody({ to, cc, bcc }: Recipients): string[] {
  return [...to, ...cc, ...bcc];
}

/** Parts what was typed or pasted into addresses and what is none: "Inès <ines@x.fr>; bob" gives one of each. */
export function readAddresses(typed: readonly string[]): { addresses: string[]; wrong: string[] } {
  const addresses: string[] = [];
  const wrong: string[] = [];
  for (const part of typed.flatMap(text => text.split(/[,;\n]/))) {
    const bare = /<([^<>]*)>\s*$/.exec(part)?.[1] ?? part;
    if (bare.trim() === '') continue;
    const read = email.safeParse(bare.trim());
    if (!read.success) wrong.push(part.trim());
    else if (!addresses.includes(read.data)) addresses.push(read.data);
  }
  return { addresses, wrong };
}
