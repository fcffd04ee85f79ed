-- The board's columns (QCX-11), each one walk of a partial index that also holds what its load is counted by.
create index tickets_board_new on tickets (workspace_id, queue_rank, id) include (assignee_id, waiting_since, status)
  where status in ('new') and escalation_level = 0;
create index tickets_board_open on tickets (workspace_id, queue_rank, id) include (assignee_id, waiting_since, status)
  where status in ('open', 'on_hold') and escalation_level = 0;
create index tickets_board_pending on tickets (workspace_id, queue_rank, id) include (assignee_id, waiting_since, status)
  where status in ('pending') and escalation_level = 0;
create index tickets_board_escalated on tickets (workspace_id, queue_rank, id) include (assignee_id, waiting_since, status)
  where status in ('new', 'open', 'pending', 'on_hold') and escalation_level > 0;

create index tickets_board_solved on tickets (workspace_id, queue_rank, id) include (assignee_id, waiting_since, status)
  where status in ('resolved', 'closed');

-- A change of many tickets, done in the background one ticket after the other, each once.
create table bulk_changes (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  agent_id uuid not null,
  -- What is done to each ticket; null where it takes back another.
  action jsonb,
  undo_of uuid,
  total integer not null,
  left_out integer not null default 0,
  finished_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  -- Taken back once.
  unique (workspace_id, undo_of),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id),
  foreign key (workspace_id, undo_of) references bulk_changes (workspace_id, id) on delete cascade,
  check ((action is null) <> (undo_of is null))
);
create index bulk_changes_agent on bulk_changes (workspace_id, agent_id, created_at desc);

create table bulk_change_items (
  workspace_id uuid not null,
  bulk_id uuid not null,
  place integer not null,
  ticket_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  -- Why it failed, a code of the catalogue of errors.
  reason text,
  -- The event that it made, if any, and the event that it takes back.
  event_id uuid,
  undoes uuid,
  primary key (workspace_id, bulk_id, place),
  unique (workspace_id, bulk_id, ticket_id),
  foreign key (workspace_id, bulk_id) references bulk_changes (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
);
create index bulk_change_items_state on bulk_change_items (workspace_id, bulk_id, state, place);

alter table bulk_changes enable row level security;
alter table bulk_changes force row level security;
create policy workspace on bulk_changes using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table bulk_change_items enable row level security;
alter table bulk_change_items force row level security;
create policy workspace on bulk_change_items using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
