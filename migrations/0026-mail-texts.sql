-- Texts of mails that a workspace has written itself, by their key in the catalogue; without a row the standard one counts.
create table mail_texts (
  workspace_id uuid not null references workspaces (workspace_id),
  language text not null check (language in ('fr', 'en')),
  key text not null,
  text text not null,
  updated_by uuid,
  updated_at timestamptz not null default now(),
  primary key (workspace_id, language, key)
);
alter table mail_texts enable row level security;
alter table mail_texts force row level security;
create policy workspace on mail_texts using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
