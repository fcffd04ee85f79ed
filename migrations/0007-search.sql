-- One document per ticket, kept by the search room. Small rows, so that a common word stays cheap to sort.
create table ticket_documents (
  workspace_id uuid not null,
  ticket_id uuid not null,
  last_message_at timestamptz not null,
  document tsvector not null,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
);
alter table ticket_documents alter column document set storage external;
create index ticket_documents_words on ticket_documents using gin (document) with (fastupdate = off);

alter table ticket_documents enable row level security;
alter table ticket_documents force row level security;
create policy workspace on ticket_documents using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
