create table messages (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('public', 'note')),
  author_type text not null check (author_type in ('agent', 'contact', 'system')),
  author_id uuid,
  author_name text not null,
  author_email text,
  subject text not null default '',
  -- The new words as text; what is quoted is kept apart, never cut.
  text text not null,
  quoted_text text not null default '',
  -- Rich text by an agent, or a mail's sanitised HTML.
  html text,
  new_html text,
  is_mail boolean not null default false,
  has_remote_images boolean not null default false,
  recipients jsonb not null default '{"to": [], "cc": []}',
  message_id text,
  notices text[] not null default '{}',
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
);
create index messages_ticket on messages (workspace_id, ticket_id, id);
create index messages_message_id on messages (workspace_id, message_id) where message_id is not null;

-- Bytes live behind the storage interface under a random key; here is what is known of them.
create table files (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  ticket_id uuid,
  message_id uuid,
  uploaded_by uuid,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  content_id text,
  is_inline boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id)
);
create index files_message on files (workspace_id, message_id);
create index files_ticket on files (workspace_id, ticket_id);
create index files_unattached on files (workspace_id, created_at) where message_id is null and ticket_id is null;

-- The outbox: one row per mail and recipient, written in the transaction of what it tells about.
create table deliveries (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  purpose text not null,
  ticket_id uuid,
  message_id uuid,
  event_id uuid,
  mailbox_id uuid,
  recipient text not null check (recipient = lower(recipient)),
  -- What the mail is made of besides the message: template values, never a secret in clear text.
  content jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sending', 'accepted', 'kept', 'deferred', 'failed')),
  attempts integer not null default 0,
  detail text not null default '',
  next_try_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id)
);
-- Nobody gets the same news twice, however often a reaction runs.
create unique index deliveries_once on deliveries (workspace_id, event_id, purpose, recipient) where event_id is not null;
create index deliveries_message on deliveries (workspace_id, message_id) where message_id is not null;
create index deliveries_recipient on deliveries (workspace_id, recipient, purpose, created_at);
create index deliveries_waiting on deliveries (workspace_id, updated_at) where state in ('queued', 'sending', 'deferred');

alter table messages enable row level security;
alter table messages force row level security;
create policy workspace on messages using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table files enable row level security;
alter table files force row level security;
create policy workspace on files using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy workspace on deliveries using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
