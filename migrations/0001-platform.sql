-- What the installation keeps before any workspace is known. These tables have no workspace_id, each for the reason given.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Text search without accents, stemmed in French and English.
create text search configuration guichet_fr (copy = french);
alter text search configuration guichet_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration guichet_en (copy = english);
alter text search configuration guichet_en alter mapping for hword, hword_part, word with unaccent, english_stem;

-- Facts about the installation itself (one row a key): set-up token, key check.
create table installation (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

-- People are found by e-mail before a workspace is known; one person may be an agent in several.
create table identities (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text,
  is_operator boolean not null default false,
  created_at timestamptz not null default now()
);

-- Sessions are found by their token before a workspace is known.
create table sessions (
  token_hash bytea primary key,
  id uuid not null unique,
  identity_id uuid not null references identities (id) on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  address text not null,
  device text not null
);
create index sessions_identity on sessions (identity_id);

-- Password resets are found by their token.
create table password_resets (
  token_hash bytea primary key,
  identity_id uuid not null references identities (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Attempts are counted per account and per address, known or not.
create table throttles (
  key text primary key,
  window_started_at timestamptz not null,
  attempts integer not null
);

-- Which workspaces to offer somebody who signs in; what they may do there stands in the workspace's own agents table.
create table memberships (
  identity_id uuid not null references identities (id) on delete cascade,
  workspace_id uuid not null,
  primary key (identity_id, workspace_id)
);

-- From what the outside knows (a workspace's name in addresses, a mail address, a host name) to the workspace.
create table directory (
  kind text not null check (kind in ('slug', 'address', 'host')),
  key text not null check (key = lower(key)),
  workspace_id uuid not null,
  target_id uuid,
  primary key (kind, key)
);
create index directory_workspace on directory (workspace_id);

-- Heartbeats of the running processes; work of the dead is freed.
create table processes (
  id uuid primary key,
  roles text[] not null,
  worker_ids text[] not null default '{}',
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now()
);

-- Jobs are queued in the transaction of what they follow from. The queue's own tables are closed to the app's role:
-- this door only adds.
create function enqueue_jobs(specs jsonb) returns void language plpgsql security definer
  set search_path = graphile_worker, public, pg_temp as $$
begin
  perform graphile_worker.add_jobs(array(
    select (s ->> 'identifier', (s -> 'payload')::json, s ->> 'queue_name', (s ->> 'run_at')::timestamptz,
            (s ->> 'max_attempts')::smallint, s ->> 'job_key', (s ->> 'priority')::smallint, null::text[])::graphile_worker.job_spec
    from jsonb_array_elements(specs) s));
end $$;
revoke all on function enqueue_jobs(jsonb) from public;
