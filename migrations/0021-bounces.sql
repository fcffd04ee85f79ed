-- What came back about a mail after its server had taken it: delayed on its way, or bounced, with the report as it came.
alter table deliveries drop constraint deliveries_state_check;
alter table deliveries add constraint deliveries_state_check
  check (state in ('queued', 'sending', 'accepted', 'kept', 'deferred', 'failed', 'delayed', 'bounced')) not valid;
-- true: the address is dead; false: it may work later; null: refused, or the report does not tell.
alter table deliveries add column is_dead boolean;
alter table deliveries add column report_id uuid;
