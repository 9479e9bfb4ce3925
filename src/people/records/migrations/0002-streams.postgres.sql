alter table mail drop constraint mail_stream_check;

alter table suppression drop constraint suppression_stream_check;
