// The mark by which this installation knows its own mails when they come back by themselves (S9).
import type { Secrets } from '../../../platform/crypto/index.ts';

export const loopHeader = 'X-Guichet-Loop';

const macBytes = 12;
const bare = (deliveryId: string) => deliveryId.replaceAll('-', '').toLowerCase();

/** The value of the loop header for one delivery, short enough for one line. */
export function loopMark(secrets: Secrets, deliveryId: string): string {
  const id = bare(deliveryId);
  return `${id}.${secrets.sign('loop', [id], macBytes).toString('hex')}`;
}

/** Whether a loop header's value was made by this installation; nobody else can make one. */
export function isOwnLoopMark(secrets: Secrets, value: string): boolean {
  const [, id, mac] = /^\s*([0-9a-f]{32})\.([0-9a-f]{24})\s*$/i.exec(value) ?? [];
  return id !== undefined && secrets.verify('loop', [bare(id)], Buffer.from(mac!, 'hex'));
}
