-- Everything between Send and the outbox: who a ticket is answered to, and replies that leave later.

-- Who takes part in a ticket besides the requester: addresses that an agent wrote to (S6). They may answer into it.
create table ticket_participants (
  workspace_id uuid not null,
  ticket_id uuid not null,
  address text not null check (address = lower(address)),
  -- Whether the next answer goes to them too, unless its writer says otherwise.
  is_copied boolean not null default true,
  accepted_by uuid not null,
  accepted_at timestamptz not null,
  primary key (workspace_id, ticket_id, address),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, accepted_by) references agents (workspace_id, id)
);

-- Replies on their way to becoming messages: within the seconds in which Send can be undone, sent later, or held. A row
-- is gone once its message is there, or its text is back with its writer.
create table outgoing (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  author_id uuid not null,
  -- Clean rich text; images stand as `cid:` and the id of a file.
  html text not null,
  text text not null,
  recipients jsonb not null,
  -- What the ticket becomes.
  status text not null check (status in ('new', 'open', 'pending', 'resolved')),
  -- The newest public message when it was written; a newer one holds the reply.
  seen_message_id uuid,
  is_scheduled boolean not null,
  send_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'held')),
  reason text,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, author_id) references agents (workspace_id, id),
  check ((state = 'held') = (reason is not null))
);
create index outgoing_ticket on outgoing (workspace_id, ticket_id);
create index outgoing_author on outgoing (workspace_id, author_id, send_at);
create index outgoing_due on outgoing (workspace_id, send_at) where state = 'waiting';

alter table files add column outgoing_id uuid;
alter table files add foreign key (workspace_id, outgoing_id) references outgoing (workspace_id, id);
create index files_outgoing on files (workspace_id, outgoing_id) where outgoing_id is not null;

alter table ticket_participants enable row level security;
alter table ticket_participants force row level security;
create policy workspace on ticket_participants using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table outgoing enable row level security;
alter table outgoing force row level security;
create policy workspace on outgoing using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
