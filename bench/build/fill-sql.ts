// From the plan of a batch to the product's tables. Events come first: the guard on tickets asks for them.

/** Statements that write a planned batch, in their order, for one transaction. */
export function fillBatch(workspaceId: string): string[] {
  const w = `'${workspaceId}'::uuid`;
  return [
    `insert into events (workspace_id, id, ticket_id, kind, actor_type, actor_id, actor_via, changes, facts, at)
     select ${w}, e.id, p.id, e.kind, e.actor_type,
       case e.actor_type when 'agent' then a.id when 'contact' then c.id end,
       case e.actor_type when 'agent' then 'app' when 'contact' then p.channel else 'clock' end,
       case e.kind when 'ticket.solved' then '{"status": ["pending", "resolved"]}'::jsonb
         when 'ticket.closed' then '{"status": ["resolved", "closed"]}'::jsonb else '{}'::jsonb end,
       case when e.kind = 'ticket.opened' then jsonb_build_object('messageId', e.message_id, 'channel', p.channel, 'number', p.n)
         when e.kind = 'message.received' then jsonb_build_object('messageId', e.message_id, 'channel', p.channel)
         when e.message_id is not null then jsonb_build_object('messageId', e.message_id)
         when e.kind = 'ticket.closed' then '{"reason": "solved-long-ago"}'::jsonb else '{}'::jsonb end,
       e.at
     from plan_events e join plan p using (n) join bench_contacts c on c.n = p.contact
     left join bench_agents a on a.n = e.agent
     order by e.at`,
    // Waiting and rank as the tickets' room computes them (queueRank).
    `insert into tickets (workspace_id, id, number, subject, status, priority, channel, language, folder_id, team_id,
       assignee_id, contact_id, organisation_id, requester_name, requester_email, received_at, preview, message_count,
       waiting_since, last_message_at, first_replied_at, resolved_at, type_id, segment_id, original_segment_id,
       escalation_level, escalation_origin, escalated_to, queue_rank, last_event_id, created_at)
     select ${w}, p.id, p.n, p.subject, p.status,
       case when pg_temp.roll(p.n, 14) < 0.1 then 'low' when pg_temp.roll(p.n, 14) < 0.85 then 'medium' else 'high' end,
       p.channel, p.language, f.id, t.id, a.id, c.id, o.id, c.name,
       'contact-' || c.n || coalesce('@organisation-' || c.organisation || '.example', '@home.example'),
       p.created_at, left(m.text, 179), p.public_count + p.note_count, x.waiting_since, p.last_message_at,
       case when p.public_count > 1 then p.created_at + p.gap end, p.solved_at,
       y.id, s.id, s.id, p.escalation, case p.escalation when 1 then 'manual' end, case p.escalation when 1 then a.id end,
       coalesce(pg_temp.ms(x.waiting_since), 100000000000000 - pg_temp.ms(p.last_message_at)),
       e.id, p.created_at
     from plan p
     cross join lateral (select case when p.kind in ('new', 'open') then p.last_message_at end as waiting_since) x
     join bench_folders f on f.n = p.folder
     join bench_contacts c on c.n = p.contact
     join plan_messages m on m.n = p.n and m.k = p.public_count
     cross join lateral (select id from plan_events l where l.n = p.n order by k desc limit 1) e
     left join bench_organisations o on o.n = c.organisation
     left join bench_teams t on t.n = p.team
     left join bench_agents a on a.n = p.agent
     left join bench_ticket_types y on y.n = p.type
     left join bench_segments s on s.n = p.segment
     order by p.n`,
    `insert into messages (workspace_id, id, ticket_id, kind, author_type, author_id, author_name, author_email, subject,
       text, quoted_text, html, is_mail, recipients, message_id, at)
     select ${w}, m.id, p.id, case when m.is_note then 'note' else 'public' end,
       case when m.is_by_agent then 'agent' else 'contact' end, case when m.is_by_agent then a.id else c.id end,
       case when m.is_by_agent then 'Agent ' || m.agent else c.name end, null, p.subject, m.text,
       case when m.k = 3 then left(q.text, 400) else '' end, '<p>' || m.text || '</p>',
       p.channel = 'mail' and not m.is_by_agent, '{"to": [], "cc": []}',
       case when p.channel = 'mail' and not m.is_by_agent then '<' || m.n || '.' || m.k || '@bench.example>' end, m.at
     from plan_messages m join plan p using (n) join bench_contacts c on c.n = p.contact join bench_agents a on a.n = m.agent
     left join plan_messages q on q.n = m.n and q.k = m.k - 1
     order by m.at`,
    `insert into deliveries (workspace_id, id, purpose, ticket_id, message_id, event_id, recipient, state, attempts,
       created_at, updated_at)
     select ${w}, pg_temp.id(m.at, 'delivery' || m.n || '.' || m.k), 'reply', p.id, m.id, e.id,
       'contact-' || p.contact || '@home.example', 'accepted', 1, m.at, m.at
     from plan_messages m join plan p using (n) join plan_events e on e.n = m.n and e.k = m.k
     where m.is_by_agent and not m.is_note order by m.at`,
    `insert into ticket_tags (workspace_id, ticket_id, tag_id)
     select distinct ${w}, p.id, t.id from plan p cross join lateral generate_series(1, floor(pg_temp.roll(p.n, 15) * 4)::int) k
     join bench_tags t on t.n = 1 + floor(pg_temp.roll(p.n * 4 + k, 16) * 12)::int`,
    `insert into ticket_reads (workspace_id, agent_id, ticket_id, read_at)
     select ${w}, a.id, p.id, p.last_message_at from plan p join bench_agents a on a.n = p.agent`,
  ];
}
