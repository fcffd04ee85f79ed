import type { Input } from '../../../contract/route.ts';
import type { ticketRoutes } from '../../../contract/routes/tickets.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { recogniseContact } from '../people/index.ts';
import { openTicket } from '../tickets/index.ts';
import { workspaceOf } from '../workspaces/index.ts';
import { previewOf } from './text.ts';
import { hasAttached, insertWritten, prepare } from './written.ts';

/**
 * Opens a ticket by hand (LUM-28 to LUM-32): either the agent writes to the customer, who gets it by mail, or the agent
 * records what the customer asked. Gives the ticket's id.
 */
export async function openByAgent(
  ctx: Ctx,
  secrets: Secrets,
  input: Input<typeof ticketRoutes.open>['body'],
): Promise<string> {
  const written = await prepare(ctx, secrets, input);
  if (input.mailboxId) await refuseUnknownMailbox(ctx, input.mailboxId);
  const workspace = await workspaceOf(ctx);
  const { email, name } = input.requester;
  const contact = await recogniseContact(ctx, { email, name, language: workspace.language });
  const messageId = newId();
  const requesterName = name || contact.name || contact.visitorId;
  const { ticket, eventId } = await openTicket(ctx, {
    subject: input.subject,
    channel: 'agent',
    language: contact.language,
    contact,
    requester: { name: requesterName, email },
    receivedAt: ctx.now,
    messageId,
    preview: previewOf(written.text),
    hasFiles: hasAttached(written),
    isAnswered: input.sendsMail,
    folderId: input.folderId,
    teamId: input.teamId,
    assigneeId: input.assigneeId,
    priority: input.priority,
    typeId: input.typeId,
    mailboxId: input.mailboxId,
    tagIds: input.tagIds,
  });
  const author = input.sendsMail
    ? undefined
    : { type: 'contact' as const, id: contact.id, name: requesterName, email };
  await insertWritten(
    ctx,
    {
      ticketId: ticket.id,
      messageId,
      kind: 'public',
      to: input.sendsMail ? [email] : [],
      subject: input.subject,
      author,
    },
    written,
  );
  if (input.sendsMail) {
    await queueDelivery(ctx, {
      purpose: 'opening',
      recipient: email,
      ticketId: ticket.id,
      messageId,
      eventId,
      mailboxId: ticket.mailbox_id,
    });
  }
  return ticket.id;
}

async function refuseUnknownMailbox(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('mailboxes')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
}
