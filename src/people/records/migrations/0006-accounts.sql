create table account (
  id {text} primary key,
  person_id {text} not null unique references person (id) on delete cascade,
  name_sealed {bytes} not null,
  created_at {text} not null,
  closed_at {text}
) {strict};

create table account_role (
  id {text} primary key,
  account_id {text} not null references account (id) on delete cascade,
  role {text} not null check (role in ('coordinator', 'investigator', 'manager', 'operator', 'auditor')),
  study {text},
  site {text},
  given_at {text} not null,
  given_by {text} not null,
  ended_at {text},
  ended_by {text}
) {strict};

create index account_role_account on account_role (account_id);

create index account_role_site on account_role (study, site) where ended_at is null;

create table passkey (
  id {text} primary key,
  account_id {text} not null references account (id) on delete cascade,
  public_key {bytes} not null,
  counter {whole} not null check (counter >= 0),
  transports {text} not null,
  label_sealed {bytes} not null,
  created_at {text} not null,
  used_at {text}
) {strict};

create index passkey_account on passkey (account_id);

create table session (
  hash {text} primary key,
  id {text} not null unique,
  account_id {text} not null references account (id) on delete cascade,
  method {text} not null,
  created_at {text} not null,
  proved_at {text} not null,
  seen_at {text} not null,
  expires_at {text} not null,
  ended_at {text}
) {clustered};

create index session_account on session (account_id);

create index session_expires on session (expires_at);

create table account_link (
  hash {text} primary key,
  person_id {text} not null references person (id) on delete cascade,
  purpose {text} not null,
  details {text} not null,
  created_at {text} not null,
  expires_at {text} not null,
  used_at {text}
) {clustered};

create index account_link_person on account_link (person_id);

create index account_link_expires on account_link (expires_at);

create table passkey_challenge (
  hash {text} primary key,
  account_id {text} references account (id) on delete cascade,
  purpose {text} not null check (purpose in ('register', 'sign-in')),
  expires_at {text} not null
) {clustered};

create table claim (
  id {text} primary key,
  person_id {text} not null references person (id) on delete cascade,
  study {text} not null,
  site {text},
  contact_lookup {text} not null,
  asked_at {text} not null,
  proved_at {text},
  state {text} not null check (state in ('asked', 'waiting', 'granted', 'refused', 'undone')),
  reason {text},
  decided_at {text},
  decided_by {text}
) {strict};

create index claim_study on claim (study, site);

create index claim_person on claim (person_id);

create index claim_waiting on claim (asked_at) where state = 'waiting';
