// The plan of a batch of tickets, as temporary tables: what each ticket is, what was written in it, what happened to it.

import { counts } from './frame.ts';
import { knownWords } from './known-words.ts';

const chosen = (topic: number, count: number) => `1 + floor(pg_temp.roll(n, ${topic}) * ${count})::int`;

/**
 * The tickets from number `first` to `last` of `total`. About 3 % are new or open and 5 % pending, all of them among the
 * latest fifth, since nobody leaves old ones open; the rest is solved, and closed for good when that was a week ago.
 */
export function planTickets(first: number, last: number, total: number, contacts: number): string {
  return `
    create temp table plan on commit drop as
    with kinds as (
      select n,
        case when n % 2 = 0 then 'fr' else 'en' end as language,
        now() - interval '3 years' * ((${total} - n + 0.5) / ${total}) as created_at,
        case when n <= ${total} * 0.8 or pg_temp.roll(n, 1) >= 0.4 then 'solved'
             when pg_temp.roll(n, 1) < 0.05 then 'new' when pg_temp.roll(n, 1) < 0.15 then 'open' else 'pending' end as kind,
        pg_temp.roll(n, 2) as length
      from generate_series(${first}::bigint, ${last}) n
    ), sized as (
      select *, case kind when 'new' then 1 when 'open' then case when length < 0.7 then 3 else 5 end
                          else case when length < 0.55 then 2 else 4 end end as public_count,
        case when kind = 'solved' and pg_temp.roll(n, 3) < 0.2 then 1 else 0 end as note_count
      from kinds
    ), timed as (
      select *, least(interval '2 days', (now() - created_at) / (public_count + 2)) * (0.2 + 0.8 * pg_temp.roll(n, 4)) as gap
      from sized
    ), dated as (
      select *, created_at + gap * (public_count - 1) as last_message_at,
        case when kind = 'solved' then created_at + gap * (public_count - 0.5) end as solved_at
      from timed
    )
    select d.*, pg_temp.id(created_at, 'ticket' || d.n) as id,
      case when kind <> 'solved' then kind when solved_at < now() - interval '7 days' then 'closed' else 'resolved' end as status,
      case when pg_temp.roll(d.n, 5) < 0.85 then 'mail' when pg_temp.roll(d.n, 5) < 0.95 then 'form' else 'agent' end as channel,
      1 + floor(power(pg_temp.roll(d.n, 6), 1.5) * ${contacts})::int as contact,
      case when pg_temp.roll(d.n, 7) < case kind when 'new' then 0.3 else 0.8 end then ${chosen(8, counts.agents)} end as agent,
      case when pg_temp.roll(d.n, 9) < 0.5 then ${chosen(10, counts.teams)} end as team,
      case when pg_temp.roll(d.n, 11) < 0.6 then 1 else ${chosen(12, counts.folders)} end as folder,
      case when pg_temp.roll(d.n, 17) < 0.7 then ${chosen(18, counts.ticket_types)} end as type,
      case when pg_temp.roll(d.n, 19) < 0.6 then ${chosen(20, counts.segments)} end as segment,
      case when kind <> 'solved' and pg_temp.roll(d.n, 21) < 0.03 then 1 else 0 end as escalation,
      substring(pg_temp.prose(language, d.n, 1) from '^(?:\\S+ ){3}[^ .]+') as subject
    from dated d;
    create index on plan (n);
    analyze plan;`;
}

/** A known word for the tickets that are to hold it, in their first message. */
const knownWord = `case ${knownWords
  .map(({ word, oneIn, rest }) => `when p.n % ${oneIn} = ${rest} then ' ${word} '`)
  .join(' ')} else ' ' end`;

/** The words written in the planned tickets: customer and agent in turn, then the note of some. */
export const planMessages = `
  create temp table plan_messages on commit drop as
  select p.n, k, p.created_at + p.gap * least(k - 1, p.public_count - 0.7) as at,
    pg_temp.id(p.created_at + p.gap * least(k - 1, p.public_count - 0.7), 'message' || p.n || '.' || k) as id,
    k > p.public_count as is_note,
    k % 2 = 0 or k > p.public_count as is_by_agent,
    coalesce(p.agent, 1 + (p.n % ${counts.agents})::int) as agent,
    case p.language when 'fr' then 'Bonjour,' else 'Hello,' end || case when k = 1 then ${knownWord} else ' ' end
      || pg_temp.prose(p.language, p.n * 8 + k, 3 + floor(pg_temp.roll(p.n * 8 + k, 13) * 4)::int) as text
  from plan p cross join lateral generate_series(1, p.public_count + p.note_count) k;
  create index on plan_messages (n, k);
  analyze plan_messages;`;

/** What happened to the planned tickets, in its order. */
export const planEvents = `
  create temp table plan_events on commit drop as
  select n, k, at, pg_temp.id(at, 'event' || n || '.' || k) as id, kind, actor_type, agent, message_id
  from (
    select n, k, at, case when k = 1 then 'ticket.opened' when is_note then 'message.noted' when is_by_agent then 'message.replied'
        else 'message.received' end as kind,
      case when is_by_agent then 'agent' else 'contact' end as actor_type, agent, id as message_id
    from plan_messages
    union all
    select n, 20, solved_at, 'ticket.solved', 'agent', coalesce(agent, 1), null from plan where solved_at is not null
    union all
    select n, 21, solved_at + interval '7 days', 'ticket.closed', 'system', null, null from plan where status = 'closed'
  ) x;
  create index on plan_events (n, k);
  analyze plan_events;`;
