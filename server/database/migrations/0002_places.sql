-- 0002 places: forces, neighbourhoods and their teams, statistical areas, postcodes. Geometry is longitude, latitude (EPSG:4326).

create table force (
  id         text    primary key check (id ~ '^[a-z0-9][a-z0-9-]*$'), -- the police.uk slug
  name       text    not null,
  area_code  text    unique,                                           -- ONS police force area, E23000021
  url        text,
  telephone  text,
  description text,
  is_invented boolean not null default false                           -- pages of an invented force carry a banner
);

create table neighbourhood (
  id          integer generated always as identity primary key,
  force_id    text    not null references force on delete restrict,
  code        text    not null check (code <> ''),                     -- the police.uk id: unique only inside one force, case-sensitive, may hold spaces
  name        text    not null,
  name_cy     text,
  description text,
  url_force   text,
  centre      geometry(Point, 4326),
  contact_details jsonb not null default '{}',
  residents   integer check (residents >= 0),                          -- from the statistical areas whose middle lies inside the outline; null when there is no outline or no population
  unique (force_id, code)
);

-- An outline is the police's own, or stands in for it: the union of the wards that a match file names.
create table neighbourhood_outline (
  neighbourhood_id integer primary key references neighbourhood on delete cascade,
  outline    geometry(MultiPolygon, 4326) not null,
  source     text    not null check (source in ('police', 'ward')),
  area_names text[]  not null default '{}'                             -- the wards, when they stand in
);
create index neighbourhood_outline_geometry on neighbourhood_outline using gist (outline);

create table neighbourhood_ward (
  neighbourhood_id integer not null references neighbourhood on delete cascade,
  ward_code  text    not null,
  basis      text    not null,
  primary key (neighbourhood_id, ward_code)
);

create table team_member (
  id         integer generated always as identity primary key,
  neighbourhood_id integer not null references neighbourhood on delete cascade,
  position   integer not null,
  name       text    not null,
  rank       text,
  biography  text,
  contact_details jsonb not null default '{}'
);
create index team_member_neighbourhood on team_member (neighbourhood_id, position);

create table station (
  id         integer generated always as identity primary key,
  neighbourhood_id integer not null references neighbourhood on delete cascade,
  position   integer not null,
  name       text    not null,
  kind       text    not null default 'station',
  address    text,
  postcode   text,
  location   geometry(Point, 4326),
  telephone  text,
  description text,
  opening_hours text
);
create index station_neighbourhood on station (neighbourhood_id, position);

create table neighbourhood_link (
  id         integer generated always as identity primary key,
  neighbourhood_id integer not null references neighbourhood on delete cascade,
  position   integer not null,
  url        text    not null,
  title      text    not null,
  description text
);
create index neighbourhood_link_neighbourhood on neighbourhood_link (neighbourhood_id, position);

-- Statistical and electoral areas: LSOAs and wards. residents comes from a population file, with what it is of.
create table area (
  kind       text    not null check (kind in ('lsoa', 'ward')),
  code       text    not null,
  name       text    not null,
  outline    geometry(MultiPolygon, 4326),
  middle     geometry(Point, 4326),                                    -- a point on the surface, for "which outline holds this area"
  residents  integer check (residents >= 0),
  residents_source text,                                               -- "Total population: mid 2015 (excluding prisoners)"
  primary key (kind, code)
);
create index area_outline on area using gist (outline);
create index area_middle on area using gist (middle);

create table postcode (
  postcode   text    primary key check (postcode ~ '^[A-Z0-9]{5,7}$'), -- without its space: LE11AA
  location   geometry(Point, 4326) not null,
  quality    smallint,                                                 -- as the source gives it; Code-Point: 10 is best
  ended      text                                                      -- YYYYMM when the postcode was withdrawn
);
create index postcode_prefix on postcode (postcode text_pattern_ops);
create index postcode_location on postcode using gist (location);

-- What the search box knows: neighbourhoods, places and streets. Rebuilt after a load.
create table search_entry (
  id         integer generated always as identity primary key,
  kind       text    not null check (kind in ('neighbourhood', 'place', 'street')),
  name       text    not null,
  name_folded text   not null,                                         -- lower case, no accents or punctuation
  detail     text    not null default '',                              -- what tells it from others of the name
  force_id   text    references force on delete cascade,
  neighbourhood_id integer references neighbourhood on delete cascade,
  location   geometry(Point, 4326),
  weight     integer not null default 0
);
create index search_entry_prefix on search_entry (name_folded text_pattern_ops);
create index search_entry_trigram on search_entry using gin (name_folded gin_trgm_ops);
create index search_entry_neighbourhood on search_entry (neighbourhood_id);

-- Our own basemap, for places that have no other: drawn from our own tiles.
create table basemap_feature (
  id         integer generated always as identity primary key,
  source     text    not null,                                         -- one source is replaced as a whole
  layer      text    not null,
  class      text    not null default '',
  name       text    not null default '',
  name_cy    text    not null default '',
  minimum_zoom smallint not null default 0,
  geometry   geometry(Geometry, 3857) not null
);
create index basemap_feature_geometry on basemap_feature using gist (geometry);
create table basemap_source (
  source      text primary key,
  attribution text not null,
  bounds      geometry(Polygon, 4326) not null
);
