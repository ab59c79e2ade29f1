-- 0003 crime: what was published, by whom, for which month; each incident; and the counts that pages and tiles read.

create table category (
  id    smallint primary key,
  slug  text not null unique,      -- as data.police.uk names it
  name  text not null unique
);
insert into category (id, slug, name) values
  (1, 'anti-social-behaviour', 'Anti-social behaviour'),
  (2, 'bicycle-theft', 'Bicycle theft'),
  (3, 'burglary', 'Burglary'),
  (4, 'criminal-damage-arson', 'Criminal damage and arson'),
  (5, 'drugs', 'Drugs'),
  (6, 'other-theft', 'Other theft'),
  (7, 'possession-of-weapons', 'Possession of weapons'),
  (8, 'public-order', 'Public order'),
  (9, 'robbery', 'Robbery'),
  (10, 'shoplifting', 'Shoplifting'),
  (11, 'theft-from-the-person', 'Theft from the person'),
  (12, 'vehicle-crime', 'Vehicle crime'),
  (13, 'violent-crime', 'Violence and sexual offences'),
  (14, 'other-crime', 'Other crime');

-- Every name that a file may use for a category, folded to lower case; the old ones of 2012 among them.
create table category_name (
  name_folded text primary key,
  category_id smallint not null references category on delete cascade
);
insert into category_name (name_folded, category_id) select lower(name), id from category;
insert into category_name (name_folded, category_id) values ('violent crime', 13), ('public disorder and weapons', 8);

-- Last outcomes as the files name them; a name not seen before is added by the import.
create table outcome_category (
  id    smallint generated always as identity primary key,
  code  text not null unique,
  name  text not null unique
);
insert into outcome_category (code, name) values
  ('awaiting-court-result', 'Awaiting court outcome'),
  ('court-result-unavailable', 'Court result unavailable'),
  ('unable-to-proceed', 'Court case unable to proceed'),
  ('local-resolution', 'Local resolution'),
  ('no-further-action', 'Investigation complete; no suspect identified'),
  ('deprived-of-property', 'Offender deprived of property'),
  ('fined', 'Offender fined'),
  ('absolute-discharge', 'Offender given absolute discharge'),
  ('cautioned', 'Offender given a caution'),
  ('drugs-possession-warning', 'Offender given a drugs possession warning'),
  ('penalty-notice-issued', 'Offender given a penalty notice'),
  ('community-penalty', 'Offender given community sentence'),
  ('conditional-discharge', 'Offender given conditional discharge'),
  ('suspended-sentence', 'Offender given suspended prison sentence'),
  ('imprisoned', 'Offender sent to prison'),
  ('other-court-disposal', 'Offender otherwise dealt with'),
  ('compensation', 'Offender ordered to pay compensation'),
  ('sentenced-in-another-case', 'Suspect charged as part of another case'),
  ('charged', 'Suspect charged'),
  ('not-guilty', 'Defendant found not guilty'),
  ('sent-to-crown-court', 'Defendant sent to Crown Court'),
  ('unable-to-prosecute', 'Unable to prosecute suspect'),
  ('formal-action-not-in-public-interest', 'Formal action is not in the public interest'),
  ('action-taken-by-another-organisation', 'Action to be taken by another organisation'),
  ('further-investigation-not-in-public-interest', 'Further investigation is not in the public interest'),
  ('further-action-not-in-public-interest', 'Further action is not in the public interest'),
  ('under-investigation', 'Under investigation'),
  ('status-update-unavailable', 'Status update unavailable');

-- A file (or a file inside an archive) that was read, and the rows of it that could not be used, kept as they were.
create table import_file (
  id          integer generated always as identity primary key,
  source      text    not null,                     -- which reader: street, outcomes, postcodes ...
  name        text    not null,
  sha256      text    not null,
  row_count   integer not null check (row_count >= 0),
  loaded_count integer not null check (loaded_count >= 0),
  loaded_at   timestamptz not null default now()
);
create index import_file_sha256 on import_file (sha256);
create table import_rejected_row (
  id          bigint  generated always as identity primary key,
  import_file_id integer not null references import_file on delete cascade,
  line_number integer not null check (line_number > 0), -- several things may stand on one line of a JSON file
  reason      text    not null,
  row_text    text    not null
);
create index import_rejected_row_file on import_rejected_row (import_file_id);

-- What each force published for each month and dataset. No row: nothing was loaded, which is never zero.
create table publication (
  id         integer generated always as identity primary key,
  force_id   text    not null references force on delete restrict,
  month      date    not null check (extract(day from month) = 1),
  dataset    text    not null check (dataset in ('street', 'outcomes', 'stop-and-search')),
  row_count  integer not null check (row_count >= 0),
  placed_count integer not null check (placed_count >= 0 and placed_count <= row_count),
  import_file_id integer not null references import_file on delete restrict,
  published_at timestamptz not null default now(),
  unique (force_id, month, dataset)
);
create index publication_import_file on publication (import_file_id);

-- Places that files name only by code.
create table lsoa (
  id    integer generated always as identity primary key,
  code  text not null unique,
  name  text not null
);

-- An anonymised map point: it stands for an area around it, and many incidents stack on it.
-- world_x, world_y: Web Mercator pixel of a 2^26 grid, from the north-west corner; cell: their bits interleaved (Morton order), so that
-- any tile of any zoom is one range of cells. hexagon: the H3 cell of resolution 9. All four are made by the import.
create table map_point (
  id         integer generated always as identity primary key,
  longitude_microdegrees integer not null,
  latitude_microdegrees  integer not null,
  street_name text    not null,                     -- as published, "On or near Abbey Lane"; '' when the file has none
  location   geometry(Point, 4326) not null generated always as
             (st_setsrid(st_makepoint(longitude_microdegrees / 1e6::double precision, latitude_microdegrees / 1e6::double precision), 4326)) stored,
  world_x    integer not null,
  world_y    integer not null,
  cell       bigint  not null,
  hexagon    bigint  not null,
  neighbourhood_id integer references neighbourhood on delete set null, -- the outline that holds it
  unique (longitude_microdegrees, latitude_microdegrees, street_name)
);
create index map_point_location on map_point using gist (location);
create index map_point_neighbourhood on map_point (neighbourhood_id);
create index map_point_cell on map_point (cell);

-- One recorded incident. No foreign keys here and in the counts below: the import writes them with keys that it has just read or made,
-- a row check a column would cost more than the load itself, and a publication is only ever deleted together with its rows. One
-- index, for the same reason: a publication's rows are found through the map points that point_count names, and the ones without.
create table crime (
  id           bigint   generated always as identity,
  publication_id integer not null,
  month        date     not null,
  category_id  smallint not null,
  map_point_id integer,                             -- null: recorded without a place
  lsoa_id      integer,
  outcome_id   smallint,
  persistent_id bytea,                              -- the published Crime ID; not unique, null for anti-social behaviour
  context      text
);
create index crime_map_point on crime (map_point_id, month);

create table force_count (
  publication_id integer  not null,
  force_id       text     not null,
  month          date     not null,
  category_id    smallint not null,
  count          integer  not null,
  unplaced_count integer  not null,
  primary key (force_id, month, category_id)
);

create table point_count (
  month          date     not null,
  cell           bigint   not null,
  map_point_id   integer  not null,
  category_id    smallint not null,
  publication_id integer  not null,
  count          integer  not null
);
create index point_count_cell on point_count (month, cell);

-- hexagon: an H3 cell of the resolution; cell: Morton number of its middle, for tile ranges.
create table hexagon_count (
  resolution     smallint not null,
  month          date     not null,
  cell           bigint   not null,
  hexagon        bigint   not null,
  category_id    smallint not null,
  publication_id integer  not null,
  count          integer  not null
);
create index hexagon_count_cell on hexagon_count (resolution, month, cell);
create table hexagon (
  hexagon    bigint  primary key,
  resolution smallint not null,
  cell       bigint  not null
);

-- The H3 cell of a coarser resolution that holds a cell: its resolution bits set, every finer digit 7
-- (https://h3geo.org/docs/core-library/h3Indexing).
create function hexagon_parent(hexagon bigint, resolution integer) returns bigint
  language sql immutable strict parallel safe
  return (hexagon & ~(15::bigint << 52)) | (resolution::bigint << 52) | ((1::bigint << (3 * (15 - resolution))) - 1);

-- Incidents at points inside a neighbourhood's outline, whoever recorded them.
create table neighbourhood_count (
  neighbourhood_id integer not null,
  month          date     not null,
  category_id    smallint not null,
  publication_id integer  not null,
  count          integer  not null,
  primary key (neighbourhood_id, month, category_id, publication_id)
);
create index neighbourhood_count_publication on neighbourhood_count (publication_id);

-- Moves with every change that readers can see; every cached address and ETag carries it.
create table data_version (
  only_row boolean primary key default true check (only_row),
  version  bigint  not null,
  changed_at timestamptz not null default now()
);
insert into data_version (version) values (1);
