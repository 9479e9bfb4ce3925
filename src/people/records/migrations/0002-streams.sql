alter table news rename column haste to urgency;

update mail set outcome = 'slot-given' where outcome = 'turn-given';
