// Who writes which table. A table that migrations make and this list does not name is an error.

export type Table = {
  /** The one room that writes it. */
  owner: string;
  /** Why it has no workspace; a table without this reason is keyed by workspace_id and has row-level security. */
  withoutWorkspace?: string;
};

export type TableMap = Record<string, Table>;

const workspaces = 'server/desk/workspaces';
const people = 'server/desk/people';
const ticketRoom = 'server/desk/tickets';
const messageRoom = 'server/desk/messages';
const mail = 'server/channels/mail';

export const tables: TableMap = {
  installation: {
    owner: people,
    withoutWorkspace: 'facts about the installation, before any workspace',
  },
  processes: {
    owner: 'server/platform/jobs',
    withoutWorkspace: 'heartbeats of processes, which serve all workspaces',
  },
  identities: { owner: people, withoutWorkspace: 'a person is found by e-mail before a workspace is known' },
  sessions: {
    owner: people,
    withoutWorkspace: 'a session is found by its token before a workspace is known',
  },
  password_resets: {
    owner: people,
    withoutWorkspace: 'a reset is found by its token before a workspace is known',
  },
  throttles: { owner: people, withoutWorkspace: 'attempts are counted before a workspace is known' },
  memberships: {
    owner: people,
    withoutWorkspace: 'which workspaces to offer somebody who signs in, before one is chosen',
  },
  directory: {
    owner: workspaces,
    withoutWorkspace: 'the map from address, slug and host name to the workspace',
  },

  workspaces: { owner: workspaces },
  folders: { owner: workspaces },
  ticket_types: { owner: workspaces },
  segments: { owner: workspaces },
  segment_agents: { owner: workspaces },
  counters: { owner: workspaces },
  idempotency_keys: { owner: 'server/platform/http' },
  events: { owner: 'server/platform/events' },
  presence: { owner: 'server/platform/live' },

  agents: { owner: people },
  agent_folders: { owner: people },
  invitations: { owner: people },
  teams: { owner: people },
  team_members: { owner: people },
  organisations: { owner: people },
  organisation_domains: { owner: people },
  contacts: { owner: people },
  contact_addresses: { owner: people },
  contact_words: { owner: people },
  contact_fields: { owner: people },

  tickets: { owner: ticketRoom },
  tags: { owner: ticketRoom },
  ticket_tags: { owner: ticketRoom },
  ticket_reads: { owner: ticketRoom },
  saved_views: { owner: ticketRoom },
  ticket_participants: { owner: ticketRoom },

  messages: { owner: messageRoom },
  files: { owner: messageRoom },
  drafts: { owner: messageRoom },
  side_conversations: { owner: messageRoom },
  draft_versions: { owner: messageRoom },
  draft_files: { owner: messageRoom },
  draft_shares: { owner: messageRoom },
  outgoing: { owner: messageRoom },
  deliveries: { owner: 'server/platform/outbox' },

  mailboxes: { owner: mail },
  mail_texts: { owner: mail },
  mail_imports: { owner: mail },
  mail_import_mails: { owner: mail },
  raw_mails: { owner: mail },
  ticket_documents: { owner: 'server/features/search' },
  canned_replies: { owner: 'server/features/answers' },
  bulk_changes: { owner: 'server/features/bulk' },
  bulk_change_items: { owner: 'server/features/bulk' },
  file_texts: { owner: 'server/features/search' },
  search_words: { owner: 'server/features/search' },

  resolutions: { owner: 'server/features/resolutions' },
  resolution_versions: { owner: 'server/features/resolutions' },
  time_entries: { owner: 'server/features/time-entries' },
  timers: { owner: 'server/features/time-entries' },
  time_rates: { owner: 'server/features/time-entries' },
  activities: { owner: 'server/features/activities' },
  approvals: { owner: 'server/features/approvals' },
  approval_steps: { owner: 'server/features/approvals' },
  notifications: { owner: 'server/platform/bell' },
};
