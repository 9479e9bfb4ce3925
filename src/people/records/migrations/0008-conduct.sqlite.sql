create trigger fact_no_update before update on fact
begin
  select raise(abort, 'a fact is never changed');
end;

create trigger fact_no_delete before delete on fact
begin
  select raise(abort, 'a fact is never deleted');
end;
