-- Replies written once and used often (LIV-19, CHP-11): an agent's own, or shared by everybody where owner_id is null.
create table canned_replies (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  owner_id uuid,
  created_by uuid,
  -- The word that finds it behind a slash; '' where there is none.
  shortcut text not null default '',
  name text not null,
  -- Where it stands in the list, such as 'Retours/Garantie'; '' for the top.
  folder text not null default '',
  -- Null for one that suits every language.
  language text check (language in ('fr', 'en')),
  html text not null,
  use_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references agents (workspace_id, id),
  foreign key (workspace_id, created_by) references agents (workspace_id, id)
);
create unique index canned_replies_shared_shortcut on canned_replies (workspace_id, lower(shortcut))
  where owner_id is null and shortcut <> '';
create unique index canned_replies_own_shortcut on canned_replies (workspace_id, owner_id, lower(shortcut))
  where owner_id is not null and shortcut <> '';

alter table canned_replies enable row level security;
alter table canned_replies force row level security;
create policy workspace on canned_replies using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Files keep the order in which they were chosen (LUM-20), which need not be the order in which they arrived.
alter table files add column position integer not null default 0;
