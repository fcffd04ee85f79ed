-- Full-text search below row-level security. The match operator @@ is not marked leakproof, so where a policy applies
-- PostgreSQL will not use it in an index scan and reads every document of the workspace instead. This function looks
-- for the app, with the owner's rights, and keeps to the workspace of the transaction itself: it gives ids of that
-- workspace, and nothing where none is set.
--
-- The documents of the words are collected from the index of words and sorted by date, up to 20,000 of them; only a word
-- that is in more is looked for by walking from the newest document instead. Left to itself the planner walks too often,
-- because it does not count what it costs to open documents that lie aside: a rare word would read them all.
create function matching_documents(query tsquery, most integer)
  returns table (ticket_id uuid, last_message_at timestamptz)
  language plpgsql stable security definer rows 1000 set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query execute
    $q$with found as materialized (
      select d.ticket_id, d.last_message_at from ticket_documents d
      where d.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and d.document @@ $1
      limit 20001),
    few as (select count(*) <= 20000 as are_all from found)
    (select f.ticket_id, f.last_message_at from found f where (select are_all from few)
      order by f.last_message_at desc, f.ticket_id desc limit $2)
    union all
    (select d.ticket_id, d.last_message_at from ticket_documents d
      where (select not are_all from few)
        and d.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and d.document @@ $1
      order by d.last_message_at desc, d.ticket_id desc limit $2)$q$
    using query, most;
end $$;
create index ticket_documents_recent on ticket_documents (workspace_id, last_message_at desc, ticket_id desc);

-- An owner who is no superuser is held by the forced policy as well. The app's role is not the owner, so this gives it
-- nothing.
create policy owner_searches on ticket_documents for select to current_user using (true);
