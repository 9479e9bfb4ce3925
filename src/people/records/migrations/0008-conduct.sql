create table account_role_next (
  id {text} primary key,
  account_id {text} not null references account (id) on delete cascade,
  role {text} not null check (role in (
    'coordinator', 'investigator', 'manager', 'pharmacist', 'monitor', 'statistician', 'operator', 'auditor'
  )),
  study {text},
  site {text},
  given_at {text} not null,
  given_by {text} not null,
  ended_at {text},
  ended_by {text}
) {strict};

insert into account_role_next (id, account_id, role, study, site, given_at, given_by, ended_at, ended_by)
select id, account_id, role, study, site, given_at, given_by, ended_at, ended_by from account_role;

drop table account_role;

alter table account_role_next rename to account_role;

create index account_role_account on account_role (account_id);

create index account_role_site on account_role (study, site) where ended_at is null;

create table study_run (
  study {text} primary key,
  time_zone {text} not null,
  doses_confirmed {whole} not null default 0 check (doses_confirmed in (0, 1)),
  opened_at {text} not null,
  opened_by {text} not null
) {strict};

create table study_site (
  study {text} not null references study_run (study) on delete cascade,
  site {text} not null,
  number {text} not null,
  name {text} not null,
  time_zone {text} not null,
  approved_from {text} not null,
  approved_until {text},
  changed_at {text} not null,
  changed_by {text} not null,
  primary key (study, site),
  unique (study, number)
) {clustered};

create table study_version (
  study {text} not null references study_run (study) on delete cascade,
  version {text} not null,
  position {whole} not null check (position >= 1),
  hash {text} not null,
  document {text} not null,
  applies_to {text} check (applies_to in ('new participants', 'everybody')),
  reconsent {whole} check (reconsent in (0, 1)),
  added_at {text} not null,
  added_by {text} not null,
  primary key (study, version)
) {strict};

create table version_site (
  study {text} not null,
  version {text} not null,
  site {text} not null,
  from_day {text} not null,
  reason {text},
  decided_at {text} not null,
  decided_by {text} not null,
  primary key (study, version, site),
  foreign key (study, version) references study_version (study, version) on delete cascade
) {clustered};

create table study_setting (
  id {text} primary key,
  study {text} not null references study_run (study) on delete cascade,
  content {text} not null,
  set_at {text} not null,
  set_by {text} not null,
  ended_at {text},
  ended_by {text}
) {strict};

create index study_setting_study on study_setting (study);

create table consent_form (
  study {text} not null references study_run (study) on delete cascade,
  name {text} not null,
  language {text} not null check (language in ('en', 'fr')),
  hash {text} not null,
  text {text} not null,
  added_at {text} not null,
  added_by {text} not null,
  primary key (study, name, language)
) {strict};

create table consent_form_site (
  study {text} not null,
  name {text} not null,
  site {text} not null,
  from_day {text} not null,
  reconsent {whole} not null check (reconsent in (0, 1)),
  decided_at {text} not null,
  decided_by {text} not null,
  primary key (study, name, site)
) {clustered};

create table participant (
  id {text} primary key,
  study {text} not null references study_run (study),
  site {text} not null,
  serial {whole} not null check (serial >= 1),
  number {text} not null,
  key_version {whole} not null,
  wrapped_key {bytes} not null,
  identity_sealed {bytes} not null,
  origin {text} unique,
  form_key {text} not null unique,
  enrolled_at {text} not null,
  enrolled_by {text} not null,
  facts {whole} not null default 0 check (facts >= 0),
  corrected {whole} not null default 0 check (corrected >= 0),
  head {text} not null default '',
  outlook_at {text},
  outlook_until {text},
  erasure_asked_at {text},
  unique (study, number),
  unique (study, site, serial)
) {strict};

create index participant_key_version on participant (key_version);

create index participant_outlook on participant (outlook_until);

create table fact (
  participant_id {text} not null references participant (id),
  seq {whole} not null check (seq >= 1),
  id {text} not null,
  form_key {text} not null,
  recorded_at {text} not null,
  recorded_by {text} not null,
  hash {text} not null,
  content_sealed {bytes} not null,
  primary key (participant_id, seq),
  unique (participant_id, id)
) {clustered};

create index fact_form on fact (participant_id, form_key);

create table outlook (
  participant_id {text} not null references participant (id) on delete cascade,
  seq {whole} not null check (seq >= 1),
  study {text} not null,
  site {text} not null,
  kind {text} not null,
  node {text} not null,
  standing {text} not null,
  opens_at {text},
  due_at {text},
  closes_at {text},
  details {text} not null,
  primary key (participant_id, seq)
) {clustered};

create index outlook_site on outlook (study, kind, standing, site);

create table dose_order (
  id {text} primary key,
  participant_id {text} not null references participant (id),
  form_key {text} not null unique,
  state {text} not null check (state in ('waiting', 'confirmed', 'taken back', 'void')),
  content_sealed {bytes} not null,
  prepared_at {text} not null,
  prepared_by {text} not null,
  settled_at {text},
  settled_by {text}
) {strict};

create index dose_order_participant on dose_order (participant_id);

create table signature (
  id {text} primary key,
  study {text} not null,
  site {text},
  participant_id {text} references participant (id),
  meaning {text} not null,
  content_hash {text} not null,
  scope {text} not null,
  account_id {text} not null,
  name_sealed {bytes} not null,
  sealed_for {text} not null check (sealed_for in ('participant', 'account')),
  role {text} not null,
  signed_at {text} not null,
  void_at {text},
  void_because {text}
) {strict};

create index signature_participant on signature (participant_id);

create index signature_study on signature (study);

create table query (
  id {text} primary key,
  study {text} not null,
  site {text} not null,
  participant_id {text} not null references participant (id),
  fact_id {text},
  item {text},
  visit {text},
  rule {text},
  state {text} not null check (state in ('candidate', 'open', 'answered', 'closed', 'cancelled', 'resolved')),
  opened_at {text} not null,
  opened_by {text},
  opened_role {text} not null,
  version {whole} not null default 1 check (version >= 1)
) {strict};

create index query_participant on query (participant_id);

create index query_site on query (study, site, state);

create table query_event (
  query_id {text} not null references query (id) on delete cascade,
  seq {whole} not null check (seq >= 1),
  at {text} not null,
  account_id {text},
  role {text} not null,
  kind {text} not null,
  text_sealed {bytes},
  primary key (query_id, seq)
) {clustered};

create table source_check (
  participant_id {text} not null references participant (id),
  fact_id {text} not null,
  checked_at {text} not null,
  checked_by {text} not null,
  void_at {text},
  primary key (participant_id, fact_id)
) {clustered};

create table deviation (
  participant_id {text} not null references participant (id),
  id {text} not null,
  type {text} not null,
  raised_at {text} not null,
  content_sealed {bytes} not null,
  class {text} check (class in ('minor', 'major', 'important')),
  classed_at {text},
  classed_by {text},
  why_sealed {bytes},
  primary key (participant_id, id)
) {clustered};

create table safety_told (
  participant_id {text} not null references participant (id),
  event {text} not null,
  clock {text} not null,
  step {text} not null,
  due_at {text} not null,
  told_at {text},
  primary key (participant_id, event, clock, step)
) {clustered};

create index safety_told_due on safety_told (due_at) where told_at is null;

create table allocation_place (
  study {text} not null references study_run (study) on delete cascade,
  list {text} not null,
  position {whole} not null check (position >= 1),
  site {text} not null,
  stratum {text} not null,
  kit {text} not null,
  arm_sealed {bytes} not null,
  blind {whole} not null check (blind in (0, 1)),
  participant_id {text} unique references participant (id),
  taken_at {text},
  primary key (study, list, position)
) {clustered};

create table conduct_lock (
  study {text} not null references study_run (study) on delete cascade,
  seq {whole} not null check (seq >= 1),
  kind {text} not null check (kind in ('freeze', 'unfreeze', 'lock', 'unlock')),
  participant_id {text} references participant (id),
  reason {text} not null,
  snapshot_id {text},
  done_at {text} not null,
  done_by {text} not null,
  primary key (study, seq)
) {clustered};

create table analysis_set_member (
  participant_id {text} not null references participant (id),
  seq {whole} not null check (seq >= 1),
  set_id {text} not null,
  is_member {whole} not null check (is_member in (0, 1)),
  derived {text} not null,
  reason {text} not null,
  decided_at {text} not null,
  decided_by {text} not null,
  primary key (participant_id, seq)
) {clustered};

create table snapshot (
  id {text} primary key,
  study {text} not null references study_run (study) on delete cascade,
  hash {text} not null,
  heads {text} not null,
  participants {whole} not null,
  facts {whole} not null,
  made_at {text} not null,
  made_by {text} not null
) {strict};

create index snapshot_study on snapshot (study, made_at);

create table calendar_link (
  hash {text} primary key,
  account_id {text} not null references account (id) on delete cascade,
  language {text} not null check (language in ('en', 'fr')),
  made_at {text} not null,
  ended_at {text}
) {clustered};
