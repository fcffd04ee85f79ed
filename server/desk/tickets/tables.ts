import type { ColumnType, Selectable } from 'kysely';
import type { channels, escalationOrigins, Language, Priority, Status } from '../../../contract/fields.ts';
import type { Visibility } from '../../../contract/routes/views.ts';

type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface Hint {
  code: string;
  ticketNumber: number | null;
}

export interface TicketsTable {
  workspace_id: string;
  id: string;
  number: number;
  subject: string;
  status: Status;
  priority: Priority;
  channel: (typeof channels)[number];
  language: Language;
  folder_id: string;
  team_id: string | null;
  assignee_id: string | null;
  contact_id: string;
  organisation_id: string | null;
  mailbox_id: string | null;
  requester_name: string;
  requester_email: string | null;
  received_at: Date;
  hint: ColumnType<Hint | null, string | null, never>;
  preview: string;
  message_count: number;
  has_files: boolean;
  waiting_since: Date | null;
  last_message_at: Date;
  first_replied_at: Date | null;
  resolved_at: Date | null;
  type_id: string | null;
  segment_id: string | null;
  original_segment_id: string | null;
  /** 0: not escalated (D-02). */
  escalation_level: Defaulted<number>;
  escalation_origin: Defaulted<(typeof escalationOrigins)[number] | null>;
  escalated_to: Defaulted<string | null>;
  postponed_until: Defaulted<Date | null>;
  status_before_hold: Defaulted<'new' | 'open' | 'pending' | null>;
  /** The ticket that all its messages moved to. */
  merged_into: Defaulted<string | null>;
  queue_rank: number;
  last_event_id: string;
  created_at: Date;
}
export type Ticket = Selectable<TicketsTable>;

declare module '../../platform/db/database.ts' {
  interface Tables {
    tickets: TicketsTable;
    tags: {
      workspace_id: string;
      id: string;
      name: string;
      colour: string;
      created_at: ColumnType<Date, Date | undefined, never>;
    };
    ticket_tags: { workspace_id: string; ticket_id: string; tag_id: string };
    saved_views: {
      workspace_id: string;
      id: string;
      owner_id: string;
      name: string;
      visibility: Visibility;
      team_id: string | null;
      query: ColumnType<unknown, string, string>;
      created_at: ColumnType<Date, Date | undefined, never>;
    };
    ticket_participants: {
      workspace_id: string;
      ticket_id: string;
      address: string;
      is_copied: boolean;
      accepted_by: string;
      accepted_at: Date;
    };
    ticket_reads: { workspace_id: string; agent_id: string; ticket_id: string; read_at: Date };
  }
}
