-- What a ticket is besides its status: its type, the customer's segment, escalation, postponing (D-01, D-02, D-13, LIV-10).

create table ticket_types (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null,
  priority text not null default 'medium' check (priority in ('low', 'medium', 'high')),
  team_id uuid,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id)
);
create unique index ticket_types_name on ticket_types (workspace_id, lower(name));

-- An attribute of the customer's side: a region, a branch, a product line (D-13).
create table segments (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index segments_name on segments (workspace_id, lower(name));

-- Who may be assigned to tickets of a segment; a segment without rows here is open to everybody.
create table segment_agents (
  workspace_id uuid not null,
  segment_id uuid not null,
  agent_id uuid not null,
  primary key (workspace_id, segment_id, agent_id),
  foreign key (workspace_id, segment_id) references segments (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

alter table organisations add column segment_id uuid;
alter table organisations add foreign key (workspace_id, segment_id) references segments (workspace_id, id);

alter table tickets
  add column type_id uuid,
  add column segment_id uuid,
  add column original_segment_id uuid,
  -- Orthogonal to the status (D-02): 0 is not escalated.
  add column escalation_level smallint not null default 0,
  add column escalation_origin text check (escalation_origin in ('manual', 'auto', 'sla')),
  add column escalated_to uuid,
  -- Postponed until then (on_hold), and what it comes back to.
  add column postponed_until timestamptz,
  add column status_before_hold text check (status_before_hold in ('new', 'open', 'pending')),
  add foreign key (workspace_id, type_id) references ticket_types (workspace_id, id),
  add foreign key (workspace_id, segment_id) references segments (workspace_id, id),
  add foreign key (workspace_id, original_segment_id) references segments (workspace_id, id),
  add foreign key (workspace_id, escalated_to) references agents (workspace_id, id);
create index tickets_postponed on tickets (workspace_id, postponed_until) where status = 'on_hold';

-- Which folders an agent may see (LUM-36). Who sees all has no rows here.
alter table agents add column sees_all_folders boolean not null default true;
create table agent_folders (
  workspace_id uuid not null,
  agent_id uuid not null,
  folder_id uuid not null,
  primary key (workspace_id, agent_id, folder_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade,
  foreign key (workspace_id, folder_id) references folders (workspace_id, id) on delete cascade
);

-- How an agent likes the screens: columns, density, the view they last chose. Theirs alone, so no event.
alter table agents add column preferences jsonb not null default '{}';

-- Three types to begin with (LIV-10), for workspaces that are there already. The forced policy would hide them from an
-- owner who is no superuser.
alter table workspaces no force row level security;
insert into ticket_types (workspace_id, id, name, priority, position)
  select w.workspace_id, gen_random_uuid(), case w.language when 'fr' then d.fr else d.en end, d.priority, d.position
  from workspaces w, (values
    ('Technique', 'Technical', 'high', 1),
    ('Facturation et paiements', 'Billing and payments', 'medium', 2),
    ('Ventes', 'Sales', 'medium', 3)) d (fr, en, priority, position);
alter table workspaces force row level security;

alter table ticket_types enable row level security;
alter table ticket_types force row level security;
create policy workspace on ticket_types using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table segments enable row level security;
alter table segments force row level security;
create policy workspace on segments using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table segment_agents enable row level security;
alter table segment_agents force row level security;
create policy workspace on segment_agents using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table agent_folders enable row level security;
alter table agent_folders force row level security;
create policy workspace on agent_folders using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
