create table workspaces (
  workspace_id uuid primary key,
  slug text not null,
  name text not null,
  language text not null check (language in ('fr', 'en')),
  brand_colour text not null,
  time_zone text not null default 'Europe/Paris',
  settings jsonb not null default '{}',
  -- When anything changed that every screen shows: folders, tags, people, brand.
  changed_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);

create table folders (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index folders_name on folders (workspace_id, lower(name));
create unique index folders_default on folders (workspace_id) where is_default;

-- Rising numbers per workspace: the row is locked until the transaction that took a number ends, not longer.
create table counters (
  workspace_id uuid not null references workspaces (workspace_id),
  name text not null,
  value bigint not null,
  primary key (workspace_id, name)
);

-- An answer that was given once is given again to the same request (Idempotency-Key).
create table idempotency_keys (
  workspace_id uuid not null references workspaces (workspace_id),
  actor_id uuid not null,
  key text not null,
  request_hash bytea not null,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, actor_id, key)
);

-- The log. Rows are only ever added: the app's role has no right to change or delete them (LIV-05).
create table events (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  ticket_id uuid not null,
  kind text not null,
  actor_type text not null check (actor_type in ('agent', 'contact', 'system', 'rule')),
  actor_id uuid,
  actor_via text not null,
  cause_id uuid,
  depth smallint not null default 0,
  changes jsonb not null,
  facts jsonb not null,
  at timestamptz not null,
  xid xid8 not null,
  primary key (workspace_id, id)
);
create index events_ticket on events (workspace_id, ticket_id, id);
create index events_order on events (workspace_id, xid, id);

-- Stamped by a trigger and not by a column default, so that on Citus it is an id of the node that checks it.
create function stamp_event() returns trigger language plpgsql as $$
begin
  new.xid := pg_current_xact_id();
  return new;
end $$;
create trigger stamp_event before insert on events for each row execute function stamp_event();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: the log is only ever added to', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger keep_events before update or delete on events for each row execute function refuse_change();
create trigger keep_all_events before truncate on events for each statement execute function refuse_change();

alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy workspace on workspaces using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table folders enable row level security;
alter table folders force row level security;
create policy workspace on folders using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table counters enable row level security;
alter table counters force row level security;
create policy workspace on counters using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy workspace on idempotency_keys using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table events enable row level security;
alter table events force row level security;
create policy workspace on events using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
