-- 0007 team_page: a team keeps its own page. One draft a neighbourhood, which nobody else sees; publishing adds a version and writes what
-- it shows into team_member, station, neighbourhood_link and neighbourhood, which every reader of the public page goes by. Only shown
-- members are written there, under the ids that they have in the draft. Where there is a version, an import leaves the page alone.

create table team_page_draft (
  neighbourhood_id integer     primary key references neighbourhood on delete cascade,
  content          jsonb       not null,
  revision         integer     not null default 1,   -- counts the changes
  changed_by       text        not null,             -- names as they were then
  changed_at       timestamptz not null,
  edited_by        text[]      not null default '{}' -- everyone who changed it since the last version
);

create table team_page_version (
  neighbourhood_id integer     not null references neighbourhood on delete cascade,
  version          integer     not null check (version > 0),
  content          jsonb       not null,
  published_by     text        not null,
  published_at     timestamptz not null,
  edited_by        text[]      not null default '{}',
  primary key (neighbourhood_id, version)
);

-- Pictures as we made them out of what was sent: decoded, cut, without metadata. The address is the hash of the bytes.
create table photo (
  neighbourhood_id integer     not null references neighbourhood on delete cascade,
  sha256           text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  picture          bytea       not null check (octet_length(picture) <= 1048576),
  uploaded_at      timestamptz not null,
  primary key (neighbourhood_id, sha256)
);
create index photo_address on photo (sha256);

alter table team_member
  add column role         text,
  add column hours        text,
  add column photo_sha256 text,
  add column photo_alt    text,
  add constraint team_member_photo foreign key (neighbourhood_id, photo_sha256) references photo on delete restrict,
  add constraint team_member_photo_alt check (photo_sha256 is null or photo_alt <> '');
create index team_member_photo_address on team_member (photo_sha256) where photo_sha256 is not null;
