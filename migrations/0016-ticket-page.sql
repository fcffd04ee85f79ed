-- What a workspace wants to know of its contacts besides the usual (LIV-06): its own fields, and their values.
create table contact_fields (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice')),
  -- What a choice offers, in its order; empty for the other kinds.
  choices text[] not null default '{}',
  position integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index contact_fields_name on contact_fields (workspace_id, lower(name));

alter table contacts
  -- Id of a field -> its value: a text, or a number.
  add column fields jsonb not null default '{}',
  -- What agents should know of the person; never shown to customers.
  add column notes text not null default '';

-- The tickets of an organisation, newest first (LIV-34).
create index tickets_of_organisation on tickets (workspace_id, organisation_id, received_at desc)
  where organisation_id is not null;

alter table contact_fields enable row level security;
alter table contact_fields force row level security;
create policy workspace on contact_fields using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
