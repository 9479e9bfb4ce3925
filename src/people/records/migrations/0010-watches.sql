create table watch (
  id {text} primary key,
  release {text} not null check (release in ('R4', 'R5')),
  token_hash {text} not null,
  network_key {text},
  state {text} not null check (state in ('requested', 'active', 'error', 'off')),
  terms_sealed {bytes} not null,
  made_at {text} not null,
  started_at {text},
  ends_at {text},
  off_at {text},
  events {whole} not null check (events >= 0),
  told {whole} not null check (told >= 0 and told <= events),
  attempts {whole} not null check (attempts >= 0),
  failing_since {text},
  due_at {text},
  lease_holder {text},
  lease_until {text},
  outcome {text}
) {strict};

create index watch_due on watch (due_at) where due_at is not null;

create index watch_network on watch (network_key);

create table watch_event (
  watch_id {text} not null references watch (id) on delete cascade,
  number {whole} not null check (number > 0),
  nct_id {text} not null,
  kind {text} not null check (kind in ('new', 'changed')),
  found_at {text} not null,
  primary key (watch_id, number)
) {clustered};

create table watch_import (
  watch_id {text} not null references watch (id) on delete cascade,
  change_list {text} not null,
  matched_at {text} not null,
  primary key (watch_id, change_list)
) {clustered};
