// Who a mail comes from, and by which server it goes.
import type { Selectable } from 'kysely';
import type { Config } from '../../../platform/config/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import type { DeliveryRow } from '../../../platform/outbox/index.ts';
import type { MailboxesTable } from '../mailboxes/tables.ts';

export interface Sender {
  /** The address that mails come from. */
  address: string;
  usesPlusAddress: boolean;
  /** null: there is no server for it, so the mail is kept. */
  server: Server | null;
  mailboxId: string | null;
}

export type Server =
  | { kind: 'relay'; url: string }
  | {
      kind: 'mailbox';
      workspaceId: string;
      mailboxId: string;
      smtp: NonNullable<Selectable<MailboxesTable>['smtp']>;
      sealedPassword: Buffer | null;
    };

type Mailbox = Pick<
  Selectable<MailboxesTable>,
  'id' | 'address' | 'smtp' | 'smtp_password' | 'uses_plus_address'
>;

const columns = ['id', 'address', 'smtp', 'smtp_password', 'uses_plus_address'] as const;

/**
 * The sender of a delivery: its mailbox, by the mailbox's own server or else by SMTP_URL. A mail without a mailbox comes
 * from MAIL_FROM by SMTP_URL, or else from the workspace's oldest mailbox that has a server.
 */
export async function senderOf(
  ctx: Ctx,
  config: Pick<Config, 'smtpUrl' | 'mailFrom'>,
  delivery: Pick<DeliveryRow, 'mailbox_id'>,
): Promise<Sender> {
  const mailbox = delivery.mailbox_id ? await mailboxById(ctx, delivery.mailbox_id) : null;
  const relay: Server | null = config.smtpUrl ? { kind: 'relay', url: config.smtpUrl } : null;
  if (mailbox) return fromMailbox(ctx, mailbox, relay);
  const other = relay ? null : await oldestWithServer(ctx);
  if (other) return fromMailbox(ctx, other, null);
  return { address: config.mailFrom, usesPlusAddress: false, server: relay, mailboxId: null };
}

function fromMailbox(ctx: Ctx, mailbox: Mailbox, relay: Server | null): Sender {
  const own: Server | null = mailbox.smtp && {
    kind: 'mailbox',
    workspaceId: ctx.workspaceId,
    mailboxId: mailbox.id,
    smtp: mailbox.smtp,
    sealedPassword: mailbox.smtp_password,
  };
  return {
    address: mailbox.address,
    usesPlusAddress: mailbox.uses_plus_address,
    server: own ?? relay,
    mailboxId: mailbox.id,
  };
}

async function mailboxById(ctx: Ctx, id: string): Promise<Mailbox | null> {
  const row = await ctx.tx
    .selectFrom('mailboxes')
    .select([...columns])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

async function oldestWithServer(ctx: Ctx): Promise<Mailbox | null> {
  const row = await ctx.tx
    .selectFrom('mailboxes')
    .select([...columns])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('smtp', 'is not', null)
    .where('is_enabled', '=', true)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
