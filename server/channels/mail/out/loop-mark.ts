// The mark by which this installation knows its own mails when they come back by themselves (S9).
import type { Secrets } from '../../../platform/crypto/index.ts';

export const loopHeader = 'X-Guichet-Loop';

/** The value of the loop header for one delivery. */
export function loopMark(secrets: Secrets, deliveryId: string): string {
  return `${deliveryId}.${secrets.sign('loop', [deliveryId], 16).toString('hex')}`;
}

/** Whether a loop header's value was made by this installation; nobody else can make one. */
export function isOwnLoopMark(secrets: Secrets, value: string): boolean {
  const [, deliveryId, mac] = /^\s*([0-9a-f-]{36})\.([0-9a-f]{32})\s*$/i.exec(value) ?? [];
  if (!deliveryId || !mac) return false;
  return secrets.verify('loop', [deliveryId.toLowerCase()], Buffer.from(mac, 'hex'));
}
