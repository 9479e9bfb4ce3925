create table instance (
  id {text} primary key,
  created_at {text} not null,
  backed_up_at {text},
  restored_at {text},
  key_check {bytes} not null,
  key_version {whole} not null default 1
) {strict};

create unique index instance_only on instance ((1));

create table person (
  id {text} primary key,
  lookup {text} not null unique,
  key_version {whole} not null,
  wrapped_key {bytes} not null,
  address_sealed {bytes} not null,
  language {text} not null check (language in ('en', 'fr')),
  names_topic {whole} not null default 0 check (names_topic in (0, 1)),
  created_at {text} not null,
  confirmed_at {text}
) {strict};

create index person_key_version on person (key_version);

create table lease (
  name {text} primary key,
  holder {text} not null,
  until {text} not null
) {clustered};

create table audit_event (
  seq {whole} primary key,
  at {text} not null,
  actor {text} not null check (actor in ('person', 'operator', 'system')),
  action {text} not null,
  subject {text} not null,
  details {text} not null,
  previous_hash {text} not null,
  hash {text} not null
) {strict};

create index audit_event_subject on audit_event (subject);

create table mail (
  id {text} primary key,
  person_id {text} not null references person (id) on delete cascade,
  stream {text} not null check (stream in ('confirmation', 'alert')),
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

create index mail_due on mail (state, stream, due_at);

create index mail_person on mail (person_id);

create index mail_kept_letter on mail (settled_at) where letter_sealed is not null;

create table mail_pace (
  key {text} primary key,
  next_at {text} not null,
  failures {whole} not null default 0 check (failures >= 0),
  down_until {text}
) {clustered};

create table suppression (
  lookup {text} not null,
  stream {text} not null check (stream in ('all', 'alert', 'confirmation')),
  reason {text} not null check (reason in ('bounce', 'complaint', 'operator')),
  at {text} not null,
  primary key (lookup, stream)
) {clustered};

create table bounce (
  id {text} primary key,
  lookup {text} not null,
  mail_id {text},
  kind {text} not null check (kind in ('hard', 'soft', 'complaint')),
  at {text} not null
) {strict};

create index bounce_lookup on bounce (lookup, at);

create table saved_search (
  id {text} primary key,
  key {text} not null unique,
  what {text} not null
) {strict};

create table subscription (
  person_id {text} not null references person (id) on delete cascade,
  id {text} not null,
  saved_search_id {text} not null references saved_search (id),
  place {text},
  lat {real} check (lat between -90 and 90),
  lon {real} check (lon between -180 and 180),
  within_km {real} check (within_km > 0),
  age_least {whole} check (age_least >= 0),
  age_most {whole} check (age_most >= age_least),
  age_on {text},
  sex {text} check (sex in ('FEMALE', 'MALE')),
  events {whole} not null check (events between 1 and 31),
  frequency {text} not null check (frequency in ('at_once', 'daily', 'weekly')),
  requested_at {text} not null,
  confirmed_at {text},
  paused_at {text},
  primary key (person_id, id)
) {clustered};

create index subscription_saved_search on subscription (saved_search_id);

create index subscription_unconfirmed on subscription (requested_at) where confirmed_at is null;

create table request_link (
  hash {text} primary key,
  person_id {text} not null references person (id) on delete cascade,
  purpose {text} not null check (purpose in ('confirm')),
  created_at {text} not null,
  expires_at {text} not null,
  used_at {text}
) {clustered};

create index request_link_person on request_link (person_id);

create index request_link_expires on request_link (expires_at);

create table news (
  person_id {text} not null references person (id) on delete cascade,
  nct_id {text} not null,
  event_key {text} not null,
  events {whole} not null check (events between 1 and 31),
  found_by {text} not null,
  haste {whole} not null check (haste in (0, 1, 2)),
  change_list {text} not null,
  found_at {text} not null,
  digest_id {text},
  primary key (person_id, nct_id, event_key)
) {clustered};

create index news_pending on news (haste, person_id) where digest_id is null;

create table digest (
  id {text} primary key,
  person_id {text} not null references person (id) on delete cascade,
  period {text} not null,
  composed_at {text} not null,
  unique (person_id, period)
) {clustered};

create table matched_import (
  change_list {text} primary key,
  matched_at {text} not null,
  studies {whole} not null,
  subscriptions {whole} not null,
  news {whole} not null
) {clustered};
