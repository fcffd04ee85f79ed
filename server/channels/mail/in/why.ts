// "Why is this mail here?": what was written down when a mail was filed or set aside.
import '../mailboxes/tables.ts';
import './tables.ts';
import type { Reply } from '../../../../contract/route.ts';
import type { arrivalRoutes } from '../../../../contract/routes/arrivals.ts';
import { messageById } from '../../../desk/messages/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';

export type Source = Reply<typeof arrivalRoutes.why>['sources'][number];

/** How a message came, once for each mailbox that its mail came to; none for what was never a mail. @throws NotFound */
export async function sourcesOf(ctx: Ctx, messageId: string): Promise<Source[]> {
  await messageById(ctx, messageId);
  const rows = await selectSources(ctx)
    .where('raw_mails.filed_message_id', '=', messageId)
    .orderBy('raw_mails.id')
    .execute();
  return rows.map(sourceShown);
}

/** The mails of the workspace with their mailbox, but without the mail itself. */
export function selectSources(ctx: Ctx) {
  return ctx.tx
    .selectFrom('raw_mails')
    .leftJoin('mailboxes', join =>
      join
        .onRef('mailboxes.workspace_id', '=', 'raw_mails.workspace_id')
        .onRef('mailboxes.id', '=', 'raw_mails.mailbox_id'),
    )
    .select([
      'raw_mails.id',
      'raw_mails.source',
      'raw_mails.state',
      'raw_mails.reason',
      'raw_mails.envelope_from',
      'raw_mails.envelope_to',
      'raw_mails.remote_ip',
      'raw_mails.size',
      'raw_mails.received_at',
      'raw_mails.processed_at',
      'raw_mails.attempts',
      'raw_mails.released_by',
      'raw_mails.released_at',
      'raw_mails.arrival',
      'mailboxes.name as mailbox_name',
      'mailboxes.address as mailbox_address',
    ])
    .where('raw_mails.workspace_id', '=', ctx.workspaceId);
}
export type SourceRow = Awaited<ReturnType<ReturnType<typeof selectSources>['execute']>>[number];

export function mailboxShown(row: SourceRow): Source['mailbox'] {
  return row.mailbox_name === null ? null : { name: row.mailbox_name, address: row.mailbox_address! };
}

export function sourceShown(row: SourceRow): Source {
  return {
    id: row.id,
    mailbox: mailboxShown(row),
    door: row.source,
    envelopeFrom: row.envelope_from,
    envelopeTo: row.envelope_to,
    remoteIp: row.remote_ip,
    size: row.size,
    receivedAt: row.received_at.toISOString(),
    processedAt: row.processed_at?.toISOString() ?? null,
    attempts: row.attempts,
    released: row.released_at && { agentId: row.released_by, at: row.released_at.toISOString() },
    arrival: row.arrival,
  };
}
