create table consent_text (
  version {text} not null,
  language {text} not null check (language in ('en', 'fr')),
  hash {text} not null,
  text {text} not null,
  first_used_at {text} not null,
  primary key (version, language, hash)
) {clustered};

create table enquiry (
  id {text} primary key,
  case_number {text} not null unique,
  person_id {text} not null references person (id) on delete cascade,
  study {text} not null,
  site {text} not null,
  site_label {text} not null,
  route {text} not null check (route in ('desk', 'introduction')),
  form_key {text} not null unique,
  form_hash {text} not null,
  language {text} not null check (language in ('en', 'fr')),
  asked_at {text} not null,
  confirmed_at {text},
  consent_version {text} not null,
  consent_hash {text} not null,
  details_sealed {bytes} not null,
  state {text} not null check (state in (
    'asked', 'sent', 'seen', 'contacted', 'not-reached', 'invited', 'joined', 'not-eligible', 'declined', 'passed', 'closed'
  )),
  state_at {text} not null,
  answered_at {text},
  due_at {text},
  promised_at {text},
  seeker_told_at {text},
  has_news {whole} not null default 0 check (has_news in (0, 1)),
  taken_by {text},
  taken_at {text},
  closed_at {text},
  keep_days {whole} not null check (keep_days >= 1),
  keep_until {text} not null,
  version {whole} not null default 1 check (version >= 1)
) {strict};

create index enquiry_person on enquiry (person_id);

create index enquiry_desk on enquiry (study, site, state, due_at, state_at, has_news, taken_by, id, promised_at);

create index enquiry_state on enquiry (state, due_at);

create index enquiry_keep on enquiry (keep_until);

create table enquiry_event (
  enquiry_id {text} not null references enquiry (id) on delete cascade,
  seq {whole} not null check (seq >= 1),
  at {text} not null,
  actor {text} not null check (actor in ('seeker', 'site', 'system', 'operator')),
  account_id {text},
  kind {text} not null,
  details {text} not null,
  text_sealed {bytes},
  primary key (enquiry_id, seq)
) {clustered};

create table enquiry_deadline (
  enquiry_id {text} not null references enquiry (id) on delete cascade,
  kind {text} not null check (kind in (
    'remind-site', 'remind-manager', 'tell-seeker', 'ask-again', 'close', 'tell-change'
  )),
  due_at {text} not null,
  done_at {text},
  primary key (enquiry_id, kind, due_at)
) {clustered};

create index enquiry_deadline_due on enquiry_deadline (due_at, enquiry_id) where done_at is null;

create table enquiry_link (
  hash {text} primary key,
  enquiry_id {text} not null references enquiry (id) on delete cascade,
  purpose {text} not null check (purpose in ('confirm')),
  created_at {text} not null,
  expires_at {text} not null,
  used_at {text}
) {clustered};

create index enquiry_link_enquiry on enquiry_link (enquiry_id);

create index enquiry_link_expires on enquiry_link (expires_at);

create table enquiry_mail (
  mail_id {text} not null references mail (id) on delete cascade,
  enquiry_id {text} not null references enquiry (id) on delete cascade,
  primary key (mail_id, enquiry_id)
) {clustered};

create index enquiry_mail_enquiry on enquiry_mail (enquiry_id);

create table study_start (
  id {text} primary key,
  study {text} not null,
  site {text} not null,
  protocol_version {text},
  consented_on {text} not null,
  made_at {text} not null
) {strict};

create index study_start_site on study_start (study, site);

create table site_setting (
  study {text} not null,
  site {text} not null,
  promise_days {whole} not null check (promise_days between 1 and 10),
  country {text},
  region {text},
  time_zone {text},
  closes_at {text} not null,
  changed_at {text} not null,
  changed_by {text} not null,
  primary key (study, site)
) {clustered};

create table reply_template (
  id {text} primary key,
  study {text} not null,
  site {text} not null,
  language {text} not null check (language in ('en', 'fr')),
  name {text} not null,
  step {text} not null,
  text {text} not null,
  changed_at {text} not null,
  changed_by {text} not null
) {strict};

create index reply_template_site on reply_template (study, site);

create table site_word (
  study {text} not null,
  site {text} not null,
  status {text},
  contact {text},
  hours {text},
  summary_en {text},
  summary_fr {text},
  said_at {text} not null,
  said_by {text} not null,
  primary key (study, site)
) {clustered};
