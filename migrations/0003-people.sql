create table agents (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  identity_id uuid not null,
  name text not null,
  email text not null check (email = lower(email)),
  role text not null check (role in ('administrator', 'agent')),
  language text not null check (language in ('fr', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  signature_html text not null default '',
  notifications jsonb not null default '{"assigned": true, "customerReplied": true}',
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, identity_id),
  unique (workspace_id, email)
);

create table invitations (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  email text not null check (email = lower(email)),
  role text not null check (role in ('administrator', 'agent')),
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, invited_by) references agents (workspace_id, id)
);
create unique index invitations_open on invitations (workspace_id, email) where accepted_at is null;

create table teams (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index teams_name on teams (workspace_id, lower(name));

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  agent_id uuid not null,
  primary key (workspace_id, team_id, agent_id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

create table organisations (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

create table organisation_domains (
  workspace_id uuid not null,
  domain text not null check (domain = lower(domain)),
  organisation_id uuid not null,
  primary key (workspace_id, domain),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id)
);

create table contacts (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null default '',
  visitor_id text not null,
  location text not null default '',
  language text not null check (language in ('fr', 'en')),
  organisation_id uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, visitor_id),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id)
);
create index contacts_name on contacts using gin (name gin_trgm_ops);

-- A contact is known by e-mail or by phone (LIV-07); each address belongs to one contact of the workspace.
create table contact_addresses (
  workspace_id uuid not null,
  kind text not null check (kind in ('email', 'phone')),
  value text not null check (value = lower(value)),
  contact_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, kind, value),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
);
create index contact_addresses_contact on contact_addresses (workspace_id, contact_id);
create index contact_addresses_value on contact_addresses using gin (value gin_trgm_ops);

alter table agents enable row level security;
alter table agents force row level security;
create policy workspace on agents using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table invitations enable row level security;
alter table invitations force row level security;
create policy workspace on invitations using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table teams enable row level security;
alter table teams force row level security;
create policy workspace on teams using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table team_members enable row level security;
alter table team_members force row level security;
create policy workspace on team_members using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table organisations enable row level security;
alter table organisations force row level security;
create policy workspace on organisations using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table organisation_domains enable row level security;
alter table organisation_domains force row level security;
create policy workspace on organisation_domains using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table contacts enable row level security;
alter table contacts force row level security;
create policy workspace on contacts using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table contact_addresses enable row level security;
alter table contact_addresses force row level security;
create policy workspace on contact_addresses using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
