-- Finding contacts below row-level security. What matches by `like` or by trigrams is not marked leakproof, so where a
-- policy applies PostgreSQL reads every contact of the workspace instead of an index. Comparing texts by < and > is
-- leakproof: what a name, a word of it or an address starts with is found by the plain indexes below, as the app itself.

-- How names are compared: small letters without accents, words parted by single spaces.
create function plain_name(name text) returns text language sql stable parallel safe
  return btrim(regexp_replace(lower(unaccent(normalize(name))), '[\s!-/:-@\[-`{-~’]+', ' ', 'g'));

-- One row for each word of a contact's name: the plain name from that word on. In code-point order, where what starts
-- alike stands together.
create table contact_words (
  workspace_id uuid not null,
  is_first boolean not null,
  words text collate "C" not null,
  contact_id uuid not null,
  primary key (workspace_id, is_first, words, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index contact_words_contact on contact_words (workspace_id, contact_id);
create index contact_words_parts on contact_words using gin (words gin_trgm_ops) where is_first;
create index contact_addresses_start on contact_addresses (workspace_id, value collate "C", contact_id);
drop index contacts_name;

-- The first eight words, and no more of them than an index can hold. A nameless contact goes by the visitor id.
create function words_of_contact(name text, visitor_id text)
  returns table (is_first boolean, words text) language sql stable set search_path = public, pg_temp as $$
  select at = 1, left(array_to_string(parts[at:], ' '), 120)
  from (select string_to_array(plain_name(name), ' ') as parts) p, generate_series(1, least(8, cardinality(parts))) at
  union select false, plain_name(visitor_id)
  union select false, split_part(plain_name(visitor_id), ' ', 2);
$$;

create function keep_contact_words() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from contact_words w where w.workspace_id = new.workspace_id and w.contact_id = new.id;
  end if;
  insert into contact_words (workspace_id, is_first, words, contact_id)
    select new.workspace_id, w.is_first, w.words, new.id
    from words_of_contact(new.name, new.visitor_id) w where w.words <> '';
  return null;
end $$;
create trigger keep_contact_words after insert or update of name, visitor_id on contacts
  for each row execute function keep_contact_words();

-- The forced policy would hide the contacts there are from an owner who is no superuser.
alter table contacts no force row level security;
insert into contact_words (workspace_id, is_first, words, contact_id)
  select c.workspace_id, w.is_first, w.words, c.id
  from contacts c, words_of_contact(c.name, c.visitor_id) w where w.words <> '';
alter table contacts force row level security;

alter table contact_words enable row level security;
alter table contact_words force row level security;
create policy workspace on contact_words using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- What starts with a text is often all there is to find, but not always: these two look inside names and addresses, by
-- trigrams and so with the owner's rights. They keep to the workspace of the transaction themselves: ids of that
-- workspace, none where none is set. Planned anew each time, for a small workspace is read faster than a common trigram.
-- A few letters may be in every name, so the best are taken from the first 200 that contain them.
create function contacts_containing(name text, address text, most integer)
  returns table (contact_id uuid) language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
begin
  return query execute
    $q$with names as (
        select w.contact_id, w.words from contact_words w
        where w.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and w.is_first
          and w.words like $1 limit 200),
      addresses as (
        select a.contact_id, a.value from contact_addresses a
        where a.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and a.value like $2 limit 200)
      select f.contact_id from (
        select n.contact_id, row_number() over (order by similarity(n.words, $3) desc, n.words, n.contact_id) as place
        from names n
        union all
        select a.contact_id, 1000 + row_number() over (order by similarity(a.value, $4) desc, a.value, a.contact_id)
        from addresses a) f
      group by f.contact_id order by min(f.place) limit $5$q$
    using '%' || regexp_replace(nullif(name, ''), '([\\%_])', '\\\1', 'g') || '%',
          '%' || regexp_replace(nullif(address, ''), '([\\%_])', '\\\1', 'g') || '%', name, address, most;
end $$;
create function contacts_spelled_like(name text, most integer)
  returns table (contact_id uuid) language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
begin
  return query execute
    $q$select w.contact_id from contact_words w
      where w.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and w.is_first and w.words % $1
      order by similarity(w.words, $1) desc, w.words, w.contact_id limit $2$q$
    using name, most;
end $$;
revoke all on function contacts_containing(text, text, integer) from public;
revoke all on function contacts_spelled_like(text, integer) from public;
revoke all on function matching_documents(tsquery, integer) from public;

-- An owner who is no superuser is held by the forced policy as well. The app's role is not the owner, so this gives it
-- nothing.
create policy owner_searches on contact_words for select to current_user using (true);
create policy owner_searches on contact_addresses for select to current_user using (true);
