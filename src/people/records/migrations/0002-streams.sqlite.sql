create table mail_next (
  id {text} primary key,
  person_id {text} not null references person (id) on delete cascade,
  stream {text} not null,
  message_id {text} not null unique,
  domain_key {text} not null,
  letter_sealed {bytes},
  state {text} not null check (state in ('queued', 'sending', 'sent', 'failed', 'suppressed')),
  attempts {whole} not null default 0 check (attempts >= 0),
  due_at {text} not null,
  lease_holder {text},
  lease_until {text},
  outcome {text},
  outcome_code {text},
  created_at {text} not null,
  settled_at {text}
) {strict};

insert into mail_next (
  id, person_id, stream, message_id, domain_key, letter_sealed, state, attempts, due_at,
  lease_holder, lease_until, outcome, outcome_code, created_at, settled_at
)
select
  id, person_id, stream, message_id, domain_key, letter_sealed, state, attempts, due_at,
  lease_holder, lease_until, outcome, outcome_code, created_at, settled_at
from mail;

drop table mail;

alter table mail_next rename to mail;

create index mail_due on mail (state, stream, due_at);

create index mail_person on mail (person_id);

create index mail_kept_letter on mail (settled_at) where letter_sealed is not null;

create table suppression_next (
  lookup {text} not null,
  stream {text} not null,
  reason {text} not null check (reason in ('bounce', 'complaint', 'operator')),
  at {text} not null,
  primary key (lookup, stream)
) {clustered};

insert into suppression_next (lookup, stream, reason, at)
select lookup, stream, reason, at from suppression;

drop table suppression;

alter table suppression_next rename to suppression;
