-- Where a mail came from, and why it is where it is; mails that are set aside instead of becoming tickets.
alter table raw_mails add column remote_ip text;
alter table raw_mails add column helo text;
-- How it was placed, what was tried, who the sender is: written once, when the mail is filed or set aside.
alter table raw_mails add column arrival jsonb;
-- Somebody has looked at it and wants it as a ticket, whatever speaks against it.
alter table raw_mails add column released_by uuid;
alter table raw_mails add column released_at timestamptz;
alter table raw_mails drop constraint raw_mails_state_check;
alter table raw_mails add constraint raw_mails_state_check
  check (state in ('received', 'filed', 'stub', 'own', 'quarantined')) not valid;
create index raw_mails_aside on raw_mails (workspace_id, received_at desc, id desc) where state in ('own', 'quarantined', 'stub');
-- How the mail server of a mailbox names itself in Authentication-Results; '' takes the topmost, null none.
alter table mailboxes add column results_by text;
-- A ticket whose messages all moved to another: mail for it goes there.
alter table tickets add column merged_into uuid;
alter table tickets add foreign key (workspace_id, merged_into) references tickets (workspace_id, id);
