/** Raised with every change of the tables or of what they are made from: an older file is refused. Below 256. */
export const placesVersion = 4

/** Says "a places file of Trialway" in the SQLite header: the letters TWP, then the version. */
export const applicationId = 0x54575000 + placesVersion

/**
 * A department is a region whose code is its region's and its own: `11/94`. Towns are numbered from the biggest down. A name's weight is its town's population, or a fiftieth of it
 * where the name is not the town's own, negative so that an index reads the best first.
 */
export const placesTables = `
  create table towns (
    id integer primary key,
    name text not null,
    country text not null,
    admin1 text not null,
    admin2 text not null,
    lat real not null,
    lon real not null,
    population integer not null
  ) strict;
  create table names (
    name text not null,
    weight integer not null,
    town integer not null,
    primary key (name, weight, town)
  ) strict, without rowid;
  create table starts (
    start text not null,
    weight integer not null,
    town integer not null,
    primary key (start, weight, town)
  ) strict, without rowid;
  create table postcodes (
    code text not null,
    country text not null,
    lat real not null,
    lon real not null,
    place text not null,
    weight integer not null,
    primary key (code, country)
  ) strict, without rowid;
  create table shapes (
    shape text not null,
    country text not null,
    primary key (shape, country)
  ) strict, without rowid;
  create table regions (
    country text not null,
    admin1 text not null,
    name text not null,
    lat real not null,
    lon real not null,
    spread_km real not null,
    population integer not null,
    primary key (country, admin1)
  ) strict, without rowid;
  create table region_names (
    name text not null,
    country text not null,
    admin1 text not null,
    primary key (name, country, admin1)
  ) strict, without rowid;
  create table countries (
    code text primary key,
    lat real not null,
    lon real not null,
    population integer not null
  ) strict, without rowid;
`
