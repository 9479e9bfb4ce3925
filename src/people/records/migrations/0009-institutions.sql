create table institution_attempt (
  hash {text} primary key,
  path {text},
  language {text} not null check (language in ('en', 'fr')),
  is_again {whole} not null check (is_again in (0, 1)),
  started_at {text} not null,
  expires_at {text} not null
) {clustered};

create index institution_attempt_expires on institution_attempt (expires_at);
