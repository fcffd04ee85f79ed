-- Conversations with somebody else than the customer about a ticket: a supplier, an expert. Their messages are notes of the
-- ticket, so that every wall that keeps a note from the customer keeps them as well (LUM-34).
create table side_conversations (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  subject text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, created_by) references agents (workspace_id, id)
);
create index side_conversations_ticket on side_conversations (workspace_id, ticket_id);
alter table messages add column side_id uuid;
alter table messages add foreign key (workspace_id, side_id) references side_conversations (workspace_id, id) not valid;
alter table messages add constraint messages_side_is_note check (side_id is null or kind = 'note') not valid;
create index messages_side on messages (workspace_id, side_id, id) where side_id is not null;
alter table drafts drop constraint drafts_mode_check;
alter table drafts add constraint drafts_mode_check check (mode in ('reply', 'note', 'side', 'new'));

alter table side_conversations enable row level security;
alter table side_conversations force row level security;
create policy workspace on side_conversations using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
