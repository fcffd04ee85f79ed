import { mailRoutes } from '../../../../contract/routes/mail.ts';
import { type Mount, mountInWorkspace, mountTransfers } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import {
  addMailbox,
  editMailbox,
  isSameServer,
  listMailboxes,
  mailboxById,
  removeMailbox,
} from './mailbox.ts';
import { openPassword, type Part } from './passwords.ts';
import { tryMailbox } from './try-mailbox.ts';

/** Mounts the endpoints of mailboxes. */
export function mountMailboxes(mount: Mount, platform: Platform): void {
  const { config, secrets } = platform;
  const { test, ...stored } = mailRoutes;
  const listeners = { lmtpPort: config.lmtpPort, smtpPort: config.smtpPort };
  mountInWorkspace(mount, stored, {
    list: async ctx => ({ mailboxes: await listMailboxes(ctx), listeners }),
    add: (ctx, { body }) => addMailbox(ctx, secrets, body),
    edit: (ctx, { params, body }) => editMailbox(ctx, secrets, params.id, body),
    remove: (ctx, { params }) => removeMailbox(ctx, params.id),
  });
  // Mounted as one that opens its own transactions: none is open while other servers are spoken to.
  mountTransfers(
    mount,
    { test },
    {
      test: async ({ member: { workspaceId }, run }, { body }) => {
        const kept = body.id ? await run(ctx => mailboxById(ctx, body.id!)) : null;
        const passwordOf = (part: Part): string | null => {
          const server = body[part];
          if (!server || server.password) return server?.password ?? null;
          if (!kept || !isSameServer(kept[part], server)) return null;
          return openPassword(secrets, { workspaceId, id: kept.id, part }, kept[`${part}_password`]);
        };
        const findings = await tryMailbox(platform, {
          address: body.address,
          imap: body.imap && { ...body.imap, password: passwordOf('imap') },
          smtp: body.smtp && { ...body.smtp, password: passwordOf('smtp') },
        });
        return { findings };
      },
    },
  );
}
