-- The newest documents that hold the words, below row-level security as in 0008, now also from a place on: those that
-- stand behind it, newest first, `most` of them.
--
-- A word of a large desk stands in very many documents, and to sort them by date each is read from the table. So first
-- those are collected that the words' index and the dates' index have in common for the newest 10,000 tickets, which reads
-- no others. What is found there tells how far back enough of them reach; where that is nearer than reading them all,
-- the same is done once more so far back. Nothing depends on the guess: what does not suffice is followed by the
-- way of 0008, all of them sorted by date, or beyond 20,000 a walk from the newest.
drop function matching_documents(tsquery, integer);
create function matching_documents(
    query tsquery, most integer,
    before_at timestamptz default 'infinity', before_id uuid default 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  returns table (ticket_id uuid, last_message_at timestamptz)
  language plpgsql stable security definer rows 1000
  set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = on as $$
declare
  workspace constant uuid := nullif(current_setting('app.workspace', true), '')::uuid;
  matching constant text := 'select d.ticket_id, d.last_message_at from ticket_documents d
    where d.workspace_id = $1 and d.document @@ $2 and (d.last_message_at, d.ticket_id) < ($3, $4)';
  in_order constant text := 'order by last_message_at desc, ticket_id desc limit $5';
  span bigint := 10000;
  newest bigint;
  since timestamptz;
  ids uuid[];
  times timestamptz[];
  found integer;
begin
  select t.number into newest from tickets t
    where t.workspace_id = workspace and t.received_at <= before_at order by t.received_at desc limit 1;
  -- Of a small desk, and for who wants nearly all, everything is read at once.
  for attempt in 1 .. case when newest > 4 * span and most < span then 2 else 0 end loop
    select t.received_at into since from tickets t
      where t.workspace_id = workspace and t.number >= newest - span order by t.number limit 1;
    -- Else the planner may walk through every document of these days.
    perform set_config('enable_indexscan', 'off', true);
    execute format('select array_agg(x.ticket_id), array_agg(x.last_message_at)
        from (select * from (%s and d.last_message_at >= $6) d %s) x', matching, in_order)
      into ids, times using workspace, query, before_at, before_id, most, since;
    perform set_config('enable_indexscan', 'on', true);
    found := coalesce(cardinality(ids), 0);
    if found >= most then
      return query select x.id, x.at from unnest(ids, times) x (id, at);
      return;
    end if;
    -- Reading a document takes as long as passing some thirty places of the dates' index.
    exit when found = 0 or 1.25 * most / found * span > least(newest, 25.0 * found * newest / span);
    span := ceil(1.25 * most / found * span);
  end loop;
  return query execute format(
    'with found as materialized (%s limit 20001),
      few as (select count(*) <= 20000 as are_all from found)
      (select f.ticket_id, f.last_message_at from found f where (select are_all from few) %s)
      union all
      (select * from (%s and (select not are_all from few)) d %s)', matching, in_order, matching, in_order)
    using workspace, query, before_at, before_id, most;
end $$;
revoke all on function matching_documents(tsquery, integer, timestamptz, uuid) from public;
