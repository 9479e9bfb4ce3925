alter table watch add column channel {text} not null default 'rest-hook' check (channel in ('rest-hook', 'email'));

alter table watch add column person_id {text} references person (id) on delete cascade;

create index watch_person on watch (person_id) where person_id is not null;
