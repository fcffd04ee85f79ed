// Mailboxes as administrators see and change them. A password goes in and never comes out (S29).
import './tables.ts';
import type { Selectable } from 'kysely';
import type { Input, Reply } from '../../../../contract/route.ts';
import type { mailRoutes } from '../../../../contract/routes/mail.ts';
import { claimAddress, releaseAddress } from '../../../desk/workspaces/index.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { invalid, notFound } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { type Part, sealPassword } from './passwords.ts';
import { problemOf, stateOf } from './state.ts';
import type { MailboxesTable } from './tables.ts';

export type MailboxInput = Input<typeof mailRoutes.add>['body'];
type Shown = Reply<typeof mailRoutes.add>;
export type MailboxRow = Selectable<MailboxesTable>;

/** All mailboxes of the workspace, by name. */
export async function listMailboxes(ctx: Ctx): Promise<Shown[]> {
  const rows = await ctx.tx
    .selectFrom('mailboxes')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(row => shown(row, ctx.now));
}

/** @throws NotFound */
export async function mailboxById(ctx: Ctx, id: string): Promise<MailboxRow> {
  const row = await ctx.tx
    .selectFrom('mailboxes')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Adds a mailbox. @throws Conflict address-taken, Invalid for a folder or team that is not there */
export async function addMailbox(ctx: Ctx, secrets: Secrets, input: MailboxInput): Promise<Shown> {
  const id = newId();
  await claimAddress(ctx, input.address, id);
  const row = await ctx.tx
    .insertInto('mailboxes')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      ...columnsOf(input),
      imap_password: seal(ctx, secrets, 'imap', id, input) ?? null,
      smtp_password: seal(ctx, secrets, 'smtp', id, input) ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(refuseUnknownPlace);
  return shown(row, ctx.now);
}

/**
 * Changes a mailbox; a password left out stays. Another server, user or folder is read from its beginning, and whoever
 * fetches it now is fenced off and starts anew. For another server the password must be given anew, lest somebody have
 * it sent to a server of their own. @throws NotFound, Invalid, and what addMailbox throws
 */
export async function editMailbox(
  ctx: Ctx,
  secrets: Secrets,
  id: string,
  input: MailboxInput,
): Promise<Shown> {
  const before = await mailboxById(ctx, id);
  if (before.address !== input.address) {
    await releaseAddress(ctx, id);
    await claimAddress(ctx, input.address, id);
  }
  for (const part of ['imap', 'smtp'] as const) {
    const server = input[part];
    if (server && !server.password && before[`${part}_password`] && !isSameServer(before[part], server))
      throw invalid('invalid', { fields: { [`${part}.password`]: 'required' } });
  }
  const imapPassword = seal(ctx, secrets, 'imap', id, input);
  const smtpPassword = seal(ctx, secrets, 'smtp', id, input);
  const isElsewhere = placeOf(before.imap) !== placeOf(input.imap);
  const row = await ctx.tx
    .updateTable('mailboxes')
    .set({
      ...columnsOf(input),
      imap_password: input.imap === null ? null : (imapPassword ?? before.imap_password),
      smtp_password: input.smtp === null ? null : (smtpPassword ?? before.smtp_password),
      ...(isElsewhere && { uid_validity: null, last_uid: 0, last_fetched_at: null }),
      problem: null,
      lease_holder: null,
      lease_until: null,
      lease_fence: before.lease_fence + 1,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(refuseUnknownPlace);
  return shown(row, ctx.now);
}

/** Removes a mailbox; its tickets and mails stay. @throws NotFound */
export async function removeMailbox(ctx: Ctx, id: string): Promise<void> {
  await mailboxById(ctx, id);
  await releaseAddress(ctx, id);
  await ctx.tx
    .deleteFrom('mailboxes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

function columnsOf(input: MailboxInput) {
  return {
    name: input.name,
    address: input.address,
    imap: input.imap && JSON.stringify(withoutPassword(input.imap)),
    smtp: input.smtp && JSON.stringify(withoutPassword(input.smtp)),
    folder_id: input.folderId,
    team_id: input.teamId,
    language: input.language,
    acknowledges: input.acknowledges,
    uses_plus_address: input.usesPlusAddress,
    is_enabled: input.isEnabled,
    results_by: input.resultsBy ?? null,
  };
}

function withoutPassword<T extends { password?: string }>({ password: _, ...settings }: T) {
  return settings;
}

/** The password sealed for its place; undefined when none was given. */
function seal(ctx: Ctx, secrets: Secrets, part: Part, id: string, input: MailboxInput): Buffer | undefined {
  const password = input[part]?.password;
  return password ? sealPassword(secrets, { workspaceId: ctx.workspaceId, id, part }, password) : undefined;
}

/** Whether a password that is kept for one server may be sent to another. */
export function isSameServer(
  kept: { host: string; port: number } | null,
  given: { host: string; port: number },
): boolean {
  return kept?.host.toLowerCase() === given.host.toLowerCase() && kept.port === given.port;
}

function placeOf(imap: { host: string; port: number; user: string; folder: string } | null): string {
  return imap ? JSON.stringify([imap.host, imap.port, imap.user, imap.folder]) : '';
}

function refuseUnknownPlace(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23503') throw error;
  const field = constraint?.includes('team') ? 'teamId' : 'folderId';
  throw invalid('invalid', { fields: { [field]: 'unknown' } });
}

function shown(row: MailboxRow, now: Date): Shown {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    imap: row.imap && { ...row.imap, hasPassword: row.imap_password !== null },
    smtp: row.smtp && { ...row.smtp, hasPassword: row.smtp_password !== null },
    folderId: row.folder_id,
    teamId: row.team_id,
    language: row.language,
    acknowledges: row.acknowledges,
    usesPlusAddress: row.uses_plus_address,
    isEnabled: row.is_enabled,
    resultsBy: row.results_by,
    state: stateOf(row, now),
    lastFetchedAt: row.last_fetched_at?.toISOString() ?? null,
    problem: problemOf(row, now),
    sendProblem: row.send_failing_since && {
      since: row.send_failing_since.toISOString(),
      detail: row.send_problem ?? '',
    },
  };
}
