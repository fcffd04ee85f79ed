// Addresses of files that need no cookie: a frame of a foreign origin may load them, and they end by themselves.
import type { Secrets } from '../crypto/index.ts';

const day = 24 * 3600 * 1000;
const uuidBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const uuidText = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The path of a file for the next one to two days; the same all day long, so that browsers can keep what they loaded. */
export function fileLink(secrets: Secrets, workspaceId: string, fileId: string, now: Date): string {
  const lastDay = Buffer.alloc(4);
  lastDay.writeUInt32BE(Math.floor(now.getTime() / day) + 2);
  const body = Buffer.concat([uuidBytes(workspaceId), uuidBytes(fileId), lastDay]);
  const signature = secrets.sign('file-link', [body.toString('hex')], 16);
  return `/files/${Buffer.concat([body, signature]).toString('base64url')}`;
}

/** What a file's token stands for, or null when it is forged or over. */
export function readFileLink(
  secrets: Secrets,
  token: string,
  now: Date,
): { workspaceId: string; fileId: string } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 52) return null;
  const body = bytes.subarray(0, 36);
  if (!secrets.verify('file-link', [body.toString('hex')], bytes.subarray(36))) return null;
  if (body.readUInt32BE(32) * day < now.getTime()) return null;
  return { workspaceId: uuidText(body.subarray(0, 16)), fileId: uuidText(body.subarray(16, 32)) };
}
