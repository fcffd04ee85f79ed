create table mailboxes (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null,
  address text not null check (address = lower(address)),
  -- host, port, security, user, folder; the password apart, encrypted.
  imap jsonb,
  imap_password bytea,
  smtp jsonb,
  smtp_password bytea,
  folder_id uuid,
  team_id uuid,
  language text not null check (language in ('fr', 'en')),
  acknowledges boolean not null default true,
  uses_plus_address boolean not null default false,
  is_enabled boolean not null default true,
  -- Where fetching stands: only the holder of the lease moves it.
  uid_validity bigint,
  last_uid bigint not null default 0,
  lease_holder uuid,
  lease_until timestamptz,
  lease_fence bigint not null default 0,
  last_fetched_at timestamptz,
  problem jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, folder_id) references folders (workspace_id, id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id)
);

-- Every mail as it came, committed before it is acknowledged to its sender. Never deleted by the app.
create table raw_mails (
  workspace_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  source text not null check (source in ('lmtp', 'smtp', 'imap')),
  message_id text not null,
  content_hash bytea not null,
  envelope_from text not null,
  envelope_to text not null,
  size integer not null,
  received_at timestamptz not null default now(),
  state text not null default 'received' check (state in ('received', 'filed', 'stub', 'own')),
  reason text,
  attempts smallint not null default 0,
  ticket_id uuid,
  filed_message_id uuid,
  processed_at timestamptz,
  raw bytea not null,
  primary key (workspace_id, id)
);
alter table raw_mails alter column raw set storage external;
-- A Message-ID alone can be guessed and taken before its true mail comes, so the content counts too.
create unique index raw_mails_once on raw_mails (workspace_id, mailbox_id, message_id, content_hash);
create index raw_mails_waiting on raw_mails (workspace_id, received_at) where state = 'received';
create index raw_mails_message on raw_mails (workspace_id, filed_message_id) where filed_message_id is not null;

alter table mailboxes enable row level security;
alter table mailboxes force row level security;
create policy workspace on mailboxes using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table raw_mails enable row level security;
alter table raw_mails force row level security;
create policy workspace on raw_mails using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
