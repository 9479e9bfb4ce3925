create table ask (
  id {text} primary key,
  lookup {text} not null,
  sealed {bytes} not null,
  asked_at {text} not null
) {strict};

create index ask_asked_at on ask (asked_at);

create index ask_lookup on ask (lookup);

create table asked_mail (
  mail_id {text} primary key,
  lookup {text} not null,
  mailbox {text} not null,
  what {text} not null,
  standing {whole} not null check (standing in (0, 1, 2)),
  at {text} not null
) {clustered};

create index asked_mail_mailbox on asked_mail (mailbox);

create index asked_mail_lookup on asked_mail (lookup);

create index asked_mail_at on asked_mail (at);
