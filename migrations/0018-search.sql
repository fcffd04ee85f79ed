-- What is written in attached files, and the file's name: one row per file of a ticket. Its document is there
-- at once with the name, and again with the text when that has been read.
create table file_texts (
  workspace_id uuid not null references workspaces (workspace_id),
  file_id uuid not null,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'read', 'empty', 'unreadable')),
  -- Why it is not readable: 'encrypted', 'too-big' and the like.
  reason text not null default '',
  -- When it was last queued to be read; a job that is lost is queued again.
  queued_at timestamptz,
  text text not null default '',
  document tsvector not null default '',
  primary key (workspace_id, file_id),
  foreign key (workspace_id, file_id) references files (workspace_id, id) on delete cascade
);
alter table file_texts alter column document set storage external;
create index file_texts_words on file_texts using gin (document) with (fastupdate = off);
create index file_texts_waiting on file_texts (workspace_id, queued_at) where state = 'waiting';

-- The words that the desk has heard, for what is typed with an error: `plain` as it is compared, `word` as it was written.
create table search_words (
  workspace_id uuid not null references workspaces (workspace_id),
  plain text not null,
  word text not null,
  primary key (workspace_id, plain)
);
create index search_words_parts on search_words using gin (plain gin_trgm_ops);

alter table file_texts enable row level security;
alter table file_texts force row level security;
create policy workspace on file_texts using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table search_words enable row level security;
alter table search_words force row level security;
create policy workspace on search_words using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Doors below row-level security, as in 0008 and 0009: @@ and % are not leakproof. Ids and words of the workspace of the
-- transaction only, none where none is set. The newest files are taken from the first 20,000 that hold the words.
create function matching_files(query tsquery, most integer)
  returns table (file_id uuid, at timestamptz)
  language plpgsql stable security definer rows 200 set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query execute
    $q$select f.file_id, f.at from (
        select d.file_id, d.at from file_texts d
        where d.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and d.document @@ $1
        limit 20000) f
      order by f.at desc, f.file_id desc limit $2$q$
    using query, most;
end $$;
create function words_spelled_like(typed text, most integer)
  returns table (plain text, word text) language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
begin
  return query execute
    $q$select w.plain, w.word from search_words w
      where w.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and w.plain % $1
      order by similarity(w.plain, $1) desc, w.plain limit $2$q$
    using typed, most;
end $$;
revoke all on function matching_files(tsquery, integer) from public;
revoke all on function words_spelled_like(text, integer) from public;

-- An owner who is no superuser is held by the forced policy as well. The app's role is not the owner, so this gives it
-- nothing.
create policy owner_searches on file_texts for select to current_user using (true);
create policy owner_searches on search_words for select to current_user using (true);

-- Files that are there already: the clock has them read, a few at a time.
alter table files no force row level security;
alter table file_texts no force row level security;
insert into file_texts (workspace_id, file_id, at, state, document)
  select f.workspace_id, f.id, f.created_at, 'waiting', setweight(to_tsvector('simple', left(f.name, 200)), 'A')
  from files f where f.ticket_id is not null and not f.is_inline;
alter table files force row level security;
alter table file_texts force row level security;
