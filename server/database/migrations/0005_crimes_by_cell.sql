-- 0005 crimes by cell: a crime carries the cell of its map point, so that the crimes of any tile, box or point are one range of one
-- index, and need no table of counts beside them. A hexagon has one row a month, with its counts of all categories side by side.

-- Ids are reserved in blocks of 32,768, the import's batch, instead of one by one.
create table crime_by_cell (
  id           bigint   generated always as identity (increment by 32768),
  publication_id integer not null,
  month        date     not null,
  category_id  smallint not null,
  map_point_id integer,                             -- null: recorded without a place
  cell         bigint,                              -- of the map point; null with it
  lsoa_id      integer,
  outcome_id   smallint,
  persistent_id bytea,                              -- the published Crime ID; not unique, null for anti-social behaviour
  context      text
);
insert into crime_by_cell (id, publication_id, month, category_id, map_point_id, cell, lsoa_id, outcome_id, persistent_id, context)
  overriding system value
  select c.id, c.publication_id, c.month, c.category_id, c.map_point_id, p.cell, c.lsoa_id, c.outcome_id, c.persistent_id, c.context
  from crime c left join map_point p on p.id = c.map_point_id
  order by c.publication_id, p.cell;
select setval('crime_by_cell_id_seq', (select coalesce(max(id), 0) + 1 from crime_by_cell), false);
drop table crime, point_count;
alter table crime_by_cell rename to crime;
alter sequence crime_by_cell_id_seq rename to crime_id_seq;
create index crime_cell on crime (month, cell);

alter table hexagon_count rename to hexagon_count_before;
drop index hexagon_count_cell;
create table hexagon_count (
  resolution     smallint not null,
  month          date     not null,
  cell           bigint   not null,                 -- Morton number of the hexagon's middle, for tile ranges
  hexagon        bigint   not null,                 -- an H3 cell of the resolution
  publication_id integer  not null,
  count          integer  not null,
  category_counts integer[] not null                -- category_counts[category_id]; 0 or absent where there is none
);
insert into hexagon_count
  select resolution, month, cell, hexagon, publication_id, sum(count),
    array[
      coalesce(sum(count) filter (where category_id = 1), 0), coalesce(sum(count) filter (where category_id = 2), 0),
      coalesce(sum(count) filter (where category_id = 3), 0), coalesce(sum(count) filter (where category_id = 4), 0),
      coalesce(sum(count) filter (where category_id = 5), 0), coalesce(sum(count) filter (where category_id = 6), 0),
      coalesce(sum(count) filter (where category_id = 7), 0), coalesce(sum(count) filter (where category_id = 8), 0),
      coalesce(sum(count) filter (where category_id = 9), 0), coalesce(sum(count) filter (where category_id = 10), 0),
      coalesce(sum(count) filter (where category_id = 11), 0), coalesce(sum(count) filter (where category_id = 12), 0),
      coalesce(sum(count) filter (where category_id = 13), 0), coalesce(sum(count) filter (where category_id = 14), 0)
    ]
  from hexagon_count_before
  group by resolution, month, cell, hexagon, publication_id
  order by resolution, month, cell;
drop table hexagon_count_before;
create index hexagon_count_cell on hexagon_count (resolution, month, cell);

-- Nothing reads these; and map points are found by their cell, outlines by their geometry.
drop table hexagon;
drop function hexagon_parent;
drop index map_point_location;
drop index map_point_cell;
alter table map_point drop constraint map_point_longitude_microdegrees_latitude_microdegrees_stre_key;
alter table map_point add constraint map_point_place unique (cell, street_name, longitude_microdegrees, latitude_microdegrees);
