create function audit_event_refuse() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0];
end
$$;

create function audit_event_number() returns trigger language plpgsql as $$
begin
  if new.seq <> (select coalesce(max(seq), 0) + 1 from audit_event) then
    raise exception 'audit events are numbered without a gap';
  end if;
  return new;
end
$$;

create trigger audit_event_no_gap before insert on audit_event
for each row execute function audit_event_number();

create trigger audit_event_no_update before update on audit_event
for each row execute function audit_event_refuse('an audit event is never changed');

create trigger audit_event_no_delete before delete on audit_event
for each row execute function audit_event_refuse('an audit event is never deleted');

create trigger audit_event_no_truncate before truncate on audit_event
for each statement execute function audit_event_refuse('audit events are never deleted');
