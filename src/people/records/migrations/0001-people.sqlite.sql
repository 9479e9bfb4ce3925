create trigger audit_event_no_gap before insert on audit_event
when new.seq <> (select coalesce(max(seq), 0) + 1 from audit_event)
begin
  select raise(abort, 'audit events are numbered without a gap');
end;

create trigger audit_event_no_update before update on audit_event
begin
  select raise(abort, 'an audit event is never changed');
end;

create trigger audit_event_no_delete before delete on audit_event
begin
  select raise(abort, 'an audit event is never deleted');
end;
