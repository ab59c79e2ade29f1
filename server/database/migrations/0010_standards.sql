-- 0010 standards: what a team promises its residents, version by version, and what became of each promise. A computed result is never
-- kept: it is worked out from the rows that it is about. Kept are only what nobody could work out later: what was seen on a day
-- (standard_observation), what has to be entered with its evidence, and what a team says about a miss.

-- Standards that are being worked on: the defaults of a force, and what a neighbourhood adds to them.
create table standard_draft (
  id               integer     generated always as identity primary key,
  force_id         text        not null references force on delete cascade,
  neighbourhood_id integer     references neighbourhood on delete cascade, -- null: a default of the force
  key              text        not null check (key ~ '^[a-z0-9-]{1,80}$'),  -- stays the same from version to version
  promise          text        not null check (promise <> ''),
  promise_welsh    text        not null default '',
  measure          text        not null,
  terms            jsonb       not null default '{}',                       -- the target, as the measure's fields say
  source           text        not null default '',
  revision         integer     not null default 1,
  updated_at       timestamptz not null default now(),
  unique nulls not distinct (force_id, neighbourhood_id, key)
);

-- A published contract. Versions are added and never changed.
create table standard_version (
  id               integer     generated always as identity primary key,
  neighbourhood_id integer     not null references neighbourhood on delete cascade,
  number           integer     not null check (number > 0),
  published_at     timestamptz not null,
  signed_name      text        not null check (signed_name <> ''),
  signed_role      text        not null check (signed_role <> ''),
  published_by     text        references person on delete set null,
  unique (neighbourhood_id, number)
);
create table standard (
  version_id    integer     not null references standard_version on delete cascade,
  key           text        not null,
  position      integer     not null,
  origin        text        not null check (origin in ('force', 'neighbourhood')),
  promise       text        not null check (promise <> ''),
  promise_welsh text        not null default '',
  measure       text        not null,
  terms         jsonb       not null,
  source        text        not null default '',
  since         timestamptz not null,                -- when it was first promised, without a break since
  primary key (version_id, key)
);

-- What was seen on a day and leaves no rows behind: who was shown as an officer, which month of crimes was the newest.
create table standard_observation (
  neighbourhood_id integer not null references neighbourhood on delete cascade,
  measure          text    not null,
  observed_on      date    not null,
  facts            jsonb   not null,
  primary key (neighbourhood_id, measure, observed_on)
);

-- Results that the service cannot work out: a number for a quarter, what it rests on, and whose it is.
create table standard_entered_result (
  neighbourhood_id integer          not null references neighbourhood on delete cascade,
  key              text             not null,
  quarter          text             not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  value            double precision not null,
  evidence         text             not null check (evidence <> ''),
  entered_as       text             not null check (entered_as <> ''), -- name and role as residents are shown them
  entered_by       text             references person on delete set null,
  entered_at       timestamptz      not null,
  revision         integer          not null default 1,
  primary key (neighbourhood_id, key, quarter)
);

-- What the team says about a quarter's result.
create table standard_explanation (
  neighbourhood_id integer     not null references neighbourhood on delete cascade,
  key              text        not null,
  quarter          text        not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  text             text        not null check (text <> ''),
  text_welsh       text        not null default '',
  written_by       text        references person on delete set null,
  written_at       timestamptz not null,
  revision         integer     not null default 1,
  primary key (neighbourhood_id, key, quarter)
);

-- A draft can be read and commented on by whoever has its private link; the link itself is kept as a hash.
create table standard_draft_link (
  id               integer     generated always as identity primary key,
  neighbourhood_id integer     not null references neighbourhood on delete cascade,
  token_hash       bytea       not null unique,
  made_by          text        references person on delete set null,
  made_at          timestamptz not null,
  expires_at       timestamptz not null,
  ended_at         timestamptz
);
create index standard_draft_link_neighbourhood on standard_draft_link (neighbourhood_id);
create table standard_draft_comment (
  id         integer     generated always as identity primary key,
  link_id    integer     not null references standard_draft_link on delete cascade,
  name       text        not null default '',
  text       text        not null check (text <> ''),
  written_at timestamptz not null
);
create index standard_draft_comment_link on standard_draft_comment (link_id);
