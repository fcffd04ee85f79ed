-- Archives of mail (mbox, Maildir) that become tickets: one row for each archive, one for each mail in it. The report of
-- an import is counted from the latter, so it always adds up.
create table mail_imports (
  workspace_id uuid not null references workspaces (workspace_id),
  id uuid not null,
  mailbox_id uuid not null,
  name text not null,
  size bigint not null,
  -- The archive as it was uploaded; null once every mail of it is kept by itself.
  storage_key text,
  -- Which of its tickets are closed at the end.
  closes text not null check (closes in ('all', 'answered', 'none')),
  state text not null default 'reading' check (state in ('reading', 'filing', 'closing', 'done', 'failed')),
  problem text,
  -- How much of the archive is read, in bytes.
  bytes_read bigint not null default 0,
  started_by uuid not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (workspace_id, id)
);

create table mail_import_mails (
  workspace_id uuid not null,
  import_id uuid not null,
  -- Its place in the archive, from 1.
  place integer not null,
  raw_mail_id uuid,
  outcome text not null check (outcome in ('waiting', 'ticket', 'threaded', 'skipped')),
  reason text,
  sender text not null,
  subject text not null,
  at timestamptz not null,
  ticket_id uuid,
  message_id uuid,
  primary key (workspace_id, import_id, place),
  foreign key (workspace_id, import_id) references mail_imports (workspace_id, id)
);
create index mail_import_mails_waiting on mail_import_mails (workspace_id, import_id, at, place) where outcome = 'waiting';
create index mail_import_mails_message on mail_import_mails (workspace_id, message_id) where message_id is not null;

alter table mail_imports enable row level security;
alter table mail_imports force row level security;
create policy workspace on mail_imports using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
alter table mail_import_mails enable row level security;
alter table mail_import_mails force row level security;
create policy workspace on mail_import_mails using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

alter table raw_mails drop constraint raw_mails_source_check;
alter table raw_mails add constraint raw_mails_source_check check (source in ('lmtp', 'smtp', 'imap', 'import')) not valid;
