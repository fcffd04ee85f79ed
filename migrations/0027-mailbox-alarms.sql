-- Whether mail can leave by a mailbox: since when its server has taken none, what it said, and whether that was told.
alter table mailboxes add column send_failing_since timestamptz;
alter table mailboxes add column send_problem text;
alter table mailboxes add column send_alarmed_at timestamptz;
