// The columns of a list's row and their shape in the contract. Rows of the database never leave the server as they are.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { ticketRow } from '../../../contract/routes/tickets.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { waitingSince } from './queue-rank.ts';
import type { Ticket } from './tables.ts';

export type TicketRow = z.input<typeof ticketRow>;

export const rowColumns = [
  'id',
  'number',
  'subject',
  'status',
  'priority',
  'channel',
  'requester_name',
  'requester_email',
  'contact_id',
  'assignee_id',
  'team_id',
  'folder_id',
  'preview',
  'waiting_since',
  'received_at',
  'last_message_at',
  'has_files',
  'last_event_id',
  'queue_rank',
  'type_id',
  'organisation_id',
  'segment_id',
  'original_segment_id',
  'escalation_level',
  'escalated_to',
  'first_replied_at',
  'postponed_until',
] as const satisfies readonly (keyof Ticket)[];

/** The tags of the row's ticket. */
export const tagIds = () =>
  sql<
    string[]
  >`array(select tt.tag_id from ticket_tags tt where tt.workspace_id = tickets.workspace_id and tt.ticket_id = tickets.id)`.as(
    'tag_ids',
  );

/** Up to when the reader has read the row's ticket. */
export const readAt = (ctx: Ctx) =>
  sql<Date | null>`(select r.read_at from ticket_reads r where r.workspace_id = tickets.workspace_id
    and r.ticket_id = tickets.id and r.agent_id = ${ctx.actor.id})`.as('read_at');

/** The name of the organisation of the row's ticket. */
export const organisationName = () =>
  sql<string | null>`(select o.name from organisations o where o.workspace_id = tickets.workspace_id
    and o.id = tickets.organisation_id)`.as('organisation_name');

export type Selected = Pick<Ticket, (typeof rowColumns)[number]> & {
  tag_ids: string[];
  read_at: Date | null;
  organisation_name: string | null;
};

/** A database row as the contract shows it. */
export function toRow(ticket: Selected): TicketRow {
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    channel: ticket.channel,
    requester: { name: ticket.requester_name, email: ticket.requester_email },
    contactId: ticket.contact_id,
    assigneeId: ticket.assignee_id,
    teamId: ticket.team_id,
    folderId: ticket.folder_id,
    typeId: ticket.type_id,
    organisationId: ticket.organisation_id,
    organisationName: ticket.organisation_name,
    segmentId: ticket.segment_id,
    originalSegmentId: ticket.original_segment_id,
    escalationLevel: ticket.escalation_level,
    escalatedTo: ticket.escalated_to,
    isAnswered: ticket.first_replied_at !== null,
    postponedUntil: ticket.postponed_until?.toISOString() ?? null,
    tagIds: ticket.tag_ids,
    preview: ticket.preview,
    waitingSince: waitingSince(ticket)?.toISOString() ?? null,
    receivedAt: ticket.received_at.toISOString(),
    lastMessageAt: ticket.last_message_at.toISOString(),
    isUnread: !ticket.read_at || ticket.read_at < ticket.last_message_at,
    hasFiles: ticket.has_files,
    eventId: ticket.last_event_id,
  };
}
