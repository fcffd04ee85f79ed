import type { Changes, Facts } from '../../../contract/events/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { assignableAgent, segmentOfOrganisation, teamById } from '../people/index.ts';
import { defaultFolderId, folderById, nextNumber, typeById } from '../workspaces/index.ts';
import { placeOf } from './assignment.ts';
import { queueRank } from './queue-rank.ts';
import type { Hint, Ticket } from './tables.ts';
import { putTags } from './tags.ts';

export interface NewTicket {
  subject: string;
  channel: Ticket['channel'];
  language: Ticket['language'];
  contact: { id: string; organisationId: string | null };
  /** The snapshot, never to change (QCX-13). */
  requester: { name: string; email: string | null };
  receivedAt: Date;
  messageId: string;
  preview: string;
  hasFiles: boolean;
  /** true when an agent wrote first: the ticket waits for the customer from the start. */
  isAnswered?: boolean;
  folderId?: string | null;
  teamId?: string | null;
  assigneeId?: string | null;
  /** Without one: that of the type, else medium. */
  priority?: Ticket['priority'];
  typeId?: string | null;
  mailboxId?: string | null;
  tagIds?: string[];
  hint?: Hint | null;
}

/**
 * Opens a ticket: number, event and row, in the transaction of its first message (which the caller inserts afterwards).
 * @throws NotFound for a folder or a team, Invalid agent-not-available or agent-unfit-* for an assignee that cannot be chosen
 */
export async function openTicket(ctx: Ctx, input: NewTicket): Promise<{ ticket: Ticket; eventId: string }> {
  const folder_id = input.folderId ? (await folderById(ctx, input.folderId)).id : await defaultFolderId(ctx);
  if (input.teamId) await teamById(ctx, input.teamId);
  const type = input.typeId ? await typeById(ctx, input.typeId) : null;
  const segment_id = input.contact.organisationId
    ? await segmentOfOrganisation(ctx, input.contact.organisationId)
    : null;
  const team_id = input.teamId === undefined ? (type?.teamId ?? null) : input.teamId;
  if (input.assigneeId)
    await assignableAgent(ctx, input.assigneeId, placeOf({ folder_id, team_id, segment_id }));
  const id = newId();
  const status = input.isAnswered ? 'pending' : 'new';
  const waiting_since = input.isAnswered ? null : input.receivedAt;
  // Last of what can be done beforehand: the number's row is locked from here to the commit.
  const number = await nextNumber(ctx, 'ticket');
  const facts: Facts<'ticket.opened'> = { messageId: input.messageId, channel: input.channel, number };
  if (input.hint) facts.hint = input.hint.code;
  const changes: Changes = input.assigneeId ? { assigneeId: [null, input.assigneeId] } : {};
  const eventId = await recordEvent(ctx, { ticketId: id, kind: 'ticket.opened', facts, changes });
  const hint = input.hint ? JSON.stringify(input.hint) : null;
  const row = {
    workspace_id: ctx.workspaceId,
    id,
    number,
    subject: input.subject,
    status,
    priority: input.priority ?? type?.priority ?? 'medium',
    channel: input.channel,
    language: input.language,
    folder_id,
    team_id,
    type_id: type?.id ?? null,
    segment_id,
    original_segment_id: segment_id,
    escalation_level: 0,
    escalation_origin: null,
    escalated_to: null,
    postponed_until: null,
    status_before_hold: null,
    merged_into: null,
    assignee_id: input.assigneeId ?? null,
    contact_id: input.contact.id,
    organisation_id: input.contact.organisationId,
    mailbox_id: input.mailboxId ?? null,
    requester_name: input.requester.name,
    requester_email: input.requester.email,
    received_at: input.receivedAt,
    preview: input.preview,
    message_count: 1,
    has_files: input.hasFiles,
    waiting_since,
    last_message_at: input.receivedAt,
    first_replied_at: input.isAnswered ? input.receivedAt : null,
    resolved_at: null,
    queue_rank: queueRank({ status, waiting_since, last_message_at: input.receivedAt }),
    last_event_id: eventId,
    created_at: ctx.now,
  } as const;
  await ctx.tx
    .insertInto('tickets')
    .values({ ...row, hint })
    .execute();
  if (input.tagIds?.length) await putTags(ctx, id, input.tagIds);
  return { ticket: { ...row, hint: input.hint ?? null }, eventId };
}
