create table finding (
  person_id {text} not null references person (id) on delete cascade,
  id {text} not null,
  sealed {bytes} not null,
  primary key (person_id, id)
) {clustered};

insert into finding (person_id, id, sealed)
select person_id, mark, what_sealed from news where what_sealed is not null;

alter table news add column finding_id {text};

update news set finding_id = mark where what_sealed is not null;

alter table news drop column what_sealed;
