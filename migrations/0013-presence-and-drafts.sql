-- Who has what open just now: signals, gone with a crash, so they need no log. A row belongs to one open line of one
-- process; it counts for thirty seconds after its process last said that it lives.
create unlogged table presence (
  workspace_id uuid not null,
  socket_id text not null,
  process_id uuid not null,
  member_id uuid not null,
  topic uuid not null,
  state text not null check (state in ('viewing', 'idle', 'reply', 'note')),
  at timestamptz not null default now(),
  primary key (workspace_id, socket_id)
);

-- What an agent has written and not sent yet: one for each ticket and kind of message, and one for a new ticket.
create table drafts (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  agent_id uuid not null,
  ticket_id uuid,
  mode text not null check (mode in ('reply', 'note', 'new')),
  -- {html, fileIds, ...}: images stand as cid: and the id of a file.
  content jsonb not null,
  version integer not null default 1,
  -- The tab that wrote it last, so that another one is told.
  tab text not null,
  created_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  check ((mode = 'new') = (ticket_id is null))
);
create unique index drafts_place on drafts (workspace_id, agent_id, ticket_id, mode) nulls not distinct;
create index drafts_ticket on drafts (workspace_id, ticket_id);

create table draft_versions (
  workspace_id uuid not null,
  draft_id uuid not null,
  version integer not null,
  content jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, draft_id, version),
  foreign key (workspace_id, draft_id) references drafts (workspace_id, id) on delete cascade
);

-- Uploads that a draft or one of its versions holds: they stay as long as it lives.
create table draft_files (
  workspace_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  primary key (workspace_id, draft_id, file_id),
  foreign key (workspace_id, draft_id) references drafts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, file_id) references files (workspace_id, id) on delete cascade
);
create index draft_files_file on draft_files (workspace_id, file_id);

-- Teammates who asked for a draft, and those who were given it.
create table draft_shares (
  workspace_id uuid not null,
  draft_id uuid not null,
  agent_id uuid not null,
  state text not null check (state in ('asked', 'shared', 'declined')),
  at timestamptz not null default now(),
  primary key (workspace_id, draft_id, agent_id),
  foreign key (workspace_id, draft_id) references drafts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

alter table presence enable row level security;
alter table presence force row level security;
create policy workspace on presence using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table drafts enable row level security;
alter table drafts force row level security;
create policy workspace on drafts using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table draft_versions enable row level security;
alter table draft_versions force row level security;
create policy workspace on draft_versions using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table draft_files enable row level security;
alter table draft_files force row level security;
create policy workspace on draft_files using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table draft_shares enable row level security;
alter table draft_shares force row level security;
create policy workspace on draft_shares using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
