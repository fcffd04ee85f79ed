// Who is at the door. The platform keeps cookies and headers; the people room says whom a token belongs to.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../contract/fields.ts';
import { mayDo, type Right, type Role, type WorkspaceRight } from '../../../contract/rights.ts';
import type { Secrets } from '../crypto/index.ts';
import { DeskError, forbidden, notFound } from '../errors/index.ts';

export interface SignedIn {
  sessionId: string;
  identityId: string;
  token: string;
}

export interface Member {
  workspaceId: string;
  agentId: string;
  role: Role;
  language: Language;
  /** The folders that they are limited to (LUM-36); null for all. */
  onlyFolders: readonly string[] | null;
}

/** What the people room answers. Both may be some seconds old, so that each request need not ask again. */
export interface Doors {
  signedIn(token: string): Promise<SignedIn | null>;
  member(identityId: string, slug: string): Promise<Member | null>;
}

export interface Door {
  doors: Doors;
  secrets: Secrets;
  publicUrl: string;
}

const signedOut = () => new DeskError('Forbidden', 'signed-out');
const isSafe = (method: string) => method === 'GET' || method === 'HEAD';

/** The session cookie's name: bound to the host and to https where the public address has it (S28). */
export function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-guichet' : 'guichet';
}

/** The value that a page must send back as x-csrf-token with every change of this session. */
export function csrfToken(secrets: Secrets, token: string): string {
  return secrets.sign('csrf', [token], 18).toString('base64url');
}

export function setSessionCookie(reply: FastifyReply, publicUrl: string, token: string | null): void {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  } as const;
  if (token) reply.setCookie(cookieName(publicUrl), token, { ...options, maxAge: 14 * 24 * 3600 });
  else reply.clearCookie(cookieName(publicUrl), options);
}

/**
 * Checks where a request comes from, whose it is and whether they hold the right.
 * @throws Forbidden signed-out, csrf or forbidden; NotFound for a workspace that is absent or not the caller's (S17)
 */
export async function enter(
  door: Door,
  request: FastifyRequest,
  right: Right,
): Promise<{ signedIn: SignedIn | null; member: Member | null }> {
  if (!isSafe(request.method)) checkOrigin(door, request);
  if (right === 'public') return { signedIn: null, member: null };
  const token = request.cookies[cookieName(door.publicUrl)];
  const signedIn = token ? await door.doors.signedIn(token) : null;
  if (!signedIn) throw signedOut();
  if (
    !isSafe(request.method) &&
    request.headers['x-csrf-token'] !== csrfToken(door.secrets, signedIn.token)
  ) {
    throw forbidden('csrf');
  }
  if (right === 'signed-in') return { signedIn, member: null };
  const { workspace } = request.params as { workspace: string };
  const member = await door.doors.member(signedIn.identityId, workspace);
  if (!member) throw notFound();
  if (!mayDo(member.role, right as WorkspaceRight)) throw forbidden();
  return { signedIn, member };
}

/** A change must come from our own pages: browsers say so themselves, and programs send neither header. */
export function checkOrigin(
  door: Pick<Door, 'publicUrl'>,
  request: { headers: Record<string, unknown> },
): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw forbidden('csrf');
  const { origin, host } = request.headers as { origin?: string; host?: string };
  if (origin && origin !== new URL(door.publicUrl).origin && new URL(origin).host !== host)
    throw forbidden('csrf');
}
