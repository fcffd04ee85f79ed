-- What a calendar's part of a mail says: shown with the message, which may have no other words.
alter table messages add column calendar jsonb;
