// The token that proves which mail of ours an answer belongs to (S5). It is the local part of our Message-ID and stands
// behind the plus of the reply address. Lower case and base32, since mail programs change the case of addresses.
import type { Secrets } from '../../../platform/crypto/index.ts';

const prefix = 'g1-';
const idBytes = 16;
const macBytes = 10;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const shape = /(?:^|[+<\s])g1-([a-z2-7]{42})(?=$|[@>\s])/i;

export interface Thread {
  workspaceId: string;
  ticketId: string;
  deliveryId: string;
  /** The address the mail went to; its case does not count. */
  recipient: string;
}

/** The token of one delivery: 45 characters, so that `support+<token>` stays under the 64 of RFC 5321, 4.5.3.1.1. */
export function threadToken(secrets: Secrets, thread: Thread): string {
  const id = Buffer.from(thread.deliveryId.replaceAll('-', ''), 'hex');
  return prefix + encode(Buffer.concat([id, secrets.sign('thread', partsOf(thread), macBytes)]));
}

/**
 * Finds a token in an address with a plus, in a Message-ID or standing alone. Gives what it claims, which is worth
 * nothing until verifyThreadToken() says so; null where there is none.
 */
export function readThreadToken(text: string): { deliveryId: string; mac: Buffer } | null {
  const found = shape.exec(text);
  const bytes = found && decode(found[1]!.toLowerCase());
  if (!bytes) return null;
  const deliveryId = bytes
    .toString('hex', 0, idBytes)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { deliveryId, mac: bytes.subarray(idBytes) };
}

/** Whether the mac of a token that was read is ours for this delivery, ticket, workspace and recipient. Constant time. */
export function verifyThreadToken(secrets: Secrets, thread: Thread, mac: Uint8Array): boolean {
  return mac.length === macBytes && secrets.verify('thread', partsOf(thread), mac);
}

function partsOf({ workspaceId, ticketId, deliveryId, recipient }: Thread): string[] {
  return [workspaceId, ticketId, deliveryId, recipient.toLowerCase()];
}

function encode(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(value >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

/** Gives null where bits are left over that encode() would not have set: one token has one spelling. */
function decode(text: string): Buffer | null {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    value = ((value << 5) | alphabet.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
    }
  }
  return (value & ((1 << bits) - 1)) === 0 ? Buffer.from(bytes) : null;
}
