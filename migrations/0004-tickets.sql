create table tickets (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  number bigint not null,
  subject text not null,
  status text not null check (status in ('new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'merged', 'spam', 'trashed')),
  priority text not null check (priority in ('low', 'medium', 'high')),
  channel text not null check (channel in ('mail', 'form', 'chat', 'phone', 'agent')),
  language text not null check (language in ('fr', 'en')),
  folder_id uuid not null,
  team_id uuid,
  assignee_id uuid,
  contact_id uuid not null,
  organisation_id uuid,
  mailbox_id uuid,
  -- The snapshot: who asked and when. The database refuses to change it (QCX-13).
  requester_name text not null,
  requester_email text,
  received_at timestamptz not null,
  -- Why a mail that claimed to answer a ticket opened a new one (S5).
  hint jsonb,
  preview text not null default '',
  message_count integer not null default 0,
  has_files boolean not null default false,
  waiting_since timestamptz,
  last_message_at timestamptz not null,
  first_replied_at timestamptz,
  resolved_at timestamptz,
  -- Place in the default order, longest waiting first; see queueRank().
  queue_rank bigint not null,
  last_event_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, folder_id) references folders (workspace_id, id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id),
  foreign key (workspace_id, assignee_id) references agents (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id)
);
create index tickets_active on tickets (workspace_id, queue_rank, id) where status in ('new', 'open', 'pending', 'on_hold');
create index tickets_unanswered on tickets (workspace_id, queue_rank, id) where status in ('new', 'open');
create index tickets_assignee on tickets (workspace_id, assignee_id, queue_rank, id) where status in ('new', 'open', 'pending', 'on_hold');
create index tickets_folder on tickets (workspace_id, folder_id, queue_rank, id) where status in ('new', 'open', 'pending', 'on_hold');
create index tickets_pending on tickets (workspace_id, queue_rank, id) where status = 'pending';
create index tickets_solved on tickets (workspace_id, queue_rank, id) where status in ('resolved', 'closed');
create index tickets_all on tickets (workspace_id, queue_rank, id);
create index tickets_recent on tickets (workspace_id, last_message_at desc, id desc);
create index tickets_contact on tickets (workspace_id, contact_id, received_at desc);
create index tickets_resolved_at on tickets (workspace_id, resolved_at) where status = 'resolved';

-- No silent change: a ticket may only be written together with an event of this ticket in this transaction.
create function guard_ticket() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.workspace_id, new.id, new.number, new.requester_name, new.received_at, new.channel, new.created_at)
       is distinct from (old.workspace_id, old.id, old.number, old.requester_name, old.received_at, old.channel, old.created_at)
       or new.requester_email is distinct from old.requester_email then
      raise exception 'the snapshot of a ticket never changes' using errcode = '42501';
    end if;
    if new.last_event_id = old.last_event_id then
      raise exception 'a ticket changes only together with an event' using errcode = '42501';
    end if;
  end if;
  perform 1 from events e
    where e.workspace_id = new.workspace_id and e.id = new.last_event_id
      and e.ticket_id = new.id and e.xid = pg_current_xact_id();
  if not found then
    raise exception 'a ticket changes only together with an event' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_ticket before insert or update on tickets for each row execute function guard_ticket();
create trigger keep_tickets before delete on tickets for each row execute function refuse_change();

create table tags (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  name text not null,
  colour text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index tags_name on tags (workspace_id, lower(name));

create table ticket_tags (
  workspace_id uuid not null,
  ticket_id uuid not null,
  tag_id uuid not null,
  primary key (workspace_id, ticket_id, tag_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, tag_id) references tags (workspace_id, id) on delete cascade
);
create index ticket_tags_tag on ticket_tags (workspace_id, tag_id, ticket_id);

-- Up to when an agent has read a ticket. A signal, not an event.
create table ticket_reads (
  workspace_id uuid not null,
  agent_id uuid not null,
  ticket_id uuid not null,
  read_at timestamptz not null,
  primary key (workspace_id, agent_id, ticket_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
);

alter table tickets enable row level security;
alter table tickets force row level security;
create policy workspace on tickets using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table tags enable row level security;
alter table tags force row level security;
create policy workspace on tags using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table ticket_tags enable row level security;
alter table ticket_tags force row level security;
create policy workspace on ticket_tags using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table ticket_reads enable row level security;
alter table ticket_reads force row level security;
create policy workspace on ticket_reads using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
