create table subscription_next (
  person_id {text} not null references person (id) on delete cascade,
  id {text} not null,
  terms_sealed {bytes} not null,
  requested_at {text} not null,
  confirmed_at {text},
  paused_at {text},
  primary key (person_id, id)
) {clustered};

create table news_next (
  person_id {text} not null references person (id) on delete cascade,
  mark {text} not null,
  urgency {whole} not null check (urgency in (0, 1, 2)),
  found_at {text} not null,
  digest_id {text},
  what_sealed {bytes},
  primary key (person_id, mark)
) {clustered};

-- run seal-alerts;

drop table subscription;

drop table saved_search;

drop table news;

alter table subscription_next rename to subscription;

alter table news_next rename to news;

create index subscription_unconfirmed on subscription (requested_at) where confirmed_at is null;

create index news_pending on news (urgency, person_id) where digest_id is null;
