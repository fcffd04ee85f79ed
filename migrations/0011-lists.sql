-- Lists that can be narrowed by anything and stay quick at a million tickets. Each of these indexes holds the tickets of
-- one value and status in the default order, so that a list is a walk along a few of them, merged (docs/decisions/0009).
drop index tickets_assignee;
drop index tickets_folder;
drop index tickets_pending;
drop index tickets_solved;
create index tickets_status on tickets (workspace_id, status, queue_rank, id);
create index tickets_assignee on tickets (workspace_id, assignee_id, status, queue_rank, id) where assignee_id is not null;
create index tickets_unassigned on tickets (workspace_id, status, queue_rank, id) where assignee_id is null;
create index tickets_folder on tickets (workspace_id, folder_id, status, queue_rank, id);
create index tickets_team on tickets (workspace_id, team_id, status, queue_rank, id) where team_id is not null;
create index tickets_type on tickets (workspace_id, type_id, status, queue_rank, id) where type_id is not null;
create index tickets_segment on tickets (workspace_id, segment_id, status, queue_rank, id) where segment_id is not null;
create index tickets_organisation on tickets (workspace_id, organisation_id, status, queue_rank, id)
  where organisation_id is not null;
create index tickets_escalated on tickets (workspace_id, status, queue_rank, id) where escalation_level > 0;
create index tickets_escalated_to on tickets (workspace_id, escalated_to, status, queue_rank, id)
  where escalated_to is not null;
create index tickets_received on tickets (workspace_id, received_at);

-- Lists that people keep under a name. `query` has the shape of contract/filters.ts.
create table saved_views (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  visibility text not null check (visibility in ('private', 'team', 'everyone')),
  team_id uuid,
  query jsonb not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references agents (workspace_id, id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id),
  check ((visibility = 'team') = (team_id is not null))
);
create index saved_views_owner on saved_views (workspace_id, owner_id);

-- What an organisation's name is looked for by, as for contacts (0009): in code-point order what starts alike stands
-- together, and < and > are leakproof.
alter table organisations add column plain_name text collate "C" not null default '';
create function keep_plain_organisation_name() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.plain_name := left(plain_name(new.name), 120);
  return new;
end $$;
create trigger keep_plain_organisation_name before insert or update of name on organisations
  for each row execute function keep_plain_organisation_name();
-- The forced policy would hide the organisations there are from an owner who is no superuser.
alter table organisations no force row level security;
update organisations set name = name;
alter table organisations force row level security;
create index organisations_name on organisations (workspace_id, plain_name, id);

alter table saved_views enable row level security;
alter table saved_views force row level security;
create policy workspace on saved_views using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
