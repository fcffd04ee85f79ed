-- What stands beside the conversation of a ticket: its resolution, the time spent on it, what is
-- to be done about it and who is asked to approve (ZOH-03 to 16); and what agents are told inside the app.

-- How a ticket was solved: one per ticket, which the key itself holds to (ZOH-09).
create table resolutions (
  workspace_id uuid not null,
  ticket_id uuid not null,
  version integer not null,
  text text not null,
  document tsvector not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, written_by) references agents (workspace_id, id)
);
create index resolutions_words on resolutions using gin (document) with (fastupdate = off);

create table resolution_versions (
  workspace_id uuid not null,
  ticket_id uuid not null,
  version integer not null,
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (workspace_id, ticket_id, version),
  foreign key (workspace_id, ticket_id) references resolutions (workspace_id, ticket_id),
  foreign key (workspace_id, written_by) references agents (workspace_id, id)
);

-- Looks for resolutions below row-level security, as matching_documents() does for tickets: @@ is not leakproof. It keeps
-- to the workspace of the transaction itself and gives ids only, the closest first.
create function matching_resolutions(query tsquery, most integer)
  returns table (ticket_id uuid, rank real)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  return query execute
    $q$with found as materialized (
      select r.ticket_id, r.document from resolutions r
      where r.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and r.document @@ $1
      limit 2000)
    select f.ticket_id, ts_rank(f.document, $1) from found f order by 2 desc, 1 desc limit $2$q$
    using query, most;
end $$;
revoke all on function matching_resolutions(tsquery, integer) from public;
create policy owner_searches on resolutions for select to current_user using (true);

-- Time spent on a ticket. The rate is the one that held when the time was noted, in the smallest unit of its currency.
create table time_entries (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  agent_id uuid not null,
  day date not null,
  minutes integer not null check (minutes between 1 and 1440),
  note text not null default '',
  is_billable boolean not null,
  hourly_rate integer check (hourly_rate >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check ((hourly_rate is null) = (currency is null)),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id)
);
create index time_entries_ticket on time_entries (workspace_id, ticket_id, day);
create index time_entries_day on time_entries (workspace_id, day, id);

-- The clock that an agent lets run: one each, which the key itself holds to.
create table timers (
  workspace_id uuid not null,
  agent_id uuid not null,
  ticket_id uuid not null,
  started_at timestamptz not null,
  primary key (workspace_id, agent_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
);

-- What an hour costs: of an agent, or for an organisation, which goes first.
create table time_rates (
  workspace_id uuid not null,
  id uuid not null,
  agent_id uuid,
  organisation_id uuid,
  hourly_rate integer not null check (hourly_rate >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (workspace_id, id),
  unique (workspace_id, agent_id),
  unique (workspace_id, organisation_id),
  check ((agent_id is null) <> (organisation_id is null)),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id)
);

alter table resolutions enable row level security;
alter table resolutions force row level security;
create policy workspace on resolutions using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table resolution_versions enable row level security;
alter table resolution_versions force row level security;
create policy workspace on resolution_versions using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table time_entries enable row level security;
alter table time_entries force row level security;
create policy workspace on time_entries using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table timers enable row level security;
alter table timers force row level security;
create policy workspace on timers using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table time_rates enable row level security;
alter table time_rates force row level security;
create policy workspace on time_rates using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Tasks, calls and events of a ticket (ZOH-10 to 15). Due at a moment or on a day; only a moment can have a reminder.
create table activities (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('task', 'call', 'event')),
  title text not null,
  note text not null default '',
  owner_id uuid not null,
  due_at timestamptz,
  due_on date,
  remind_by text[] not null default '{}' check (remind_by <@ array['mail', 'popup', 'sms']),
  remind_minutes integer,
  -- When to remind; null where nothing is to be done, so that the index below holds only what waits.
  remind_at timestamptz,
  reminded_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check (due_at is null or due_on is null),
  check (remind_at is null or (due_at is not null and done_at is null)),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, owner_id) references agents (workspace_id, id),
  foreign key (workspace_id, created_by) references agents (workspace_id, id),
  foreign key (workspace_id, done_by) references agents (workspace_id, id)
);
create index activities_ticket on activities (workspace_id, ticket_id, id);
create index activities_open on activities (workspace_id, owner_id, id) where done_at is null;
create index activities_to_remind on activities (workspace_id, remind_at) where remind_at is not null;

-- What an agent is told inside the app. Ids and facts only; `once` keeps the same news from being told twice.
create table notifications (
  workspace_id uuid not null,
  id uuid not null,
  agent_id uuid not null,
  kind text not null,
  ticket_id uuid,
  facts jsonb not null default '{}',
  once text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, agent_id, once),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
);
create index notifications_agent on notifications (workspace_id, agent_id, id desc);
create index notifications_unread on notifications (workspace_id, agent_id) where read_at is null;
create index notifications_age on notifications (workspace_id, created_at);

alter table activities enable row level security;
alter table activities force row level security;
create policy workspace on activities using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table notifications enable row level security;
alter table notifications force row level security;
create policy workspace on notifications using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- What an agent asks others to approve (ZOH-03, ZOH-04, D-17). Its version rises with each change of what is asked, so that
-- nobody decides about something else than they read.
create table approvals (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  asked_by uuid not null,
  subject text not null,
  question text not null,
  shared text not null default '',
  mode text not null check (mode in ('any', 'all', 'in_order')),
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'rejected', 'withdrawn', 'expired')),
  version integer not null default 1,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  reminded_at timestamptz,
  settled_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, asked_by) references agents (workspace_id, id)
);
create index approvals_ticket on approvals (workspace_id, ticket_id, id);
create index approvals_waiting on approvals (workspace_id, expires_at) where state = 'waiting';

-- Who is asked, in which order, and what they said. Nobody approves what they asked themselves; see approvals room.
create table approval_steps (
  workspace_id uuid not null,
  approval_id uuid not null,
  position integer not null,
  approver_id uuid not null,
  delegated_by uuid,
  decision text check (decision in ('accepted', 'rejected')),
  comment text not null default '',
  decided_at timestamptz,
  primary key (workspace_id, approval_id, position),
  unique (workspace_id, approval_id, approver_id),
  foreign key (workspace_id, approval_id) references approvals (workspace_id, id),
  foreign key (workspace_id, approver_id) references agents (workspace_id, id),
  foreign key (workspace_id, delegated_by) references agents (workspace_id, id)
);
create index approval_steps_approver on approval_steps (workspace_id, approver_id) where decision is null;

alter table approvals enable row level security;
alter table approvals force row level security;
create policy workspace on approvals using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table approval_steps enable row level security;
alter table approval_steps force row level security;
create policy workspace on approval_steps using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
