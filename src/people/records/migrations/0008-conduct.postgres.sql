create trigger fact_no_update before update on fact
for each row execute function audit_event_refuse('a fact is never changed');

create trigger fact_no_delete before delete on fact
for each row execute function audit_event_refuse('a fact is never deleted');

create trigger fact_no_truncate before truncate on fact
for each statement execute function audit_event_refuse('facts are never deleted');
