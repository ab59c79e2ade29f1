-- 0013 concern: what residents put forward for a team's next meeting, read by the team before anybody else sees it. Of a place only the
-- nearest public map point is kept, of the device only a hash that is another in every neighbourhood. Words, address and devices are
-- erased some time after a concern is settled; numbers and times stay.

create table concern (
  id               integer     generated always as identity primary key,
  neighbourhood_id integer     not null references neighbourhood on delete cascade,
  state            text        not null default 'waiting'
                   check (state in ('waiting', 'shown', 'refused', 'merged', 'taken-off', 'ended', 'withdrawn')),
  topic            text        not null,
  language         text        not null check (language in ('en', 'cy')),
  words            text,                          -- null once erased
  map_point_id     integer     references map_point on delete set null, -- null: the whole neighbourhood
  email            text,                          -- where to say that something has happened; null when none was given, and once erased
  -- Of the sender's private link. It follows from the form's token, so that a form sent twice is one concern; it stays when the rest is
  -- erased, or the form could be sent again.
  link_hash        bytea       not null unique,
  device_hash      bytea,                         -- that it was put forward from; null once erased
  backings         integer     not null default 0 check (backings >= 0), -- devices; the number stays when their hashes are erased
  received_at      timestamptz not null,
  shown_at         timestamptz,                   -- first
  state_since      timestamptz not null,          -- when it came into this state
  reason           text        not null default '', -- why it was refused or taken off: for the sender
  merged_into      integer     references concern on delete cascade,
  priority_id      integer     references priority on delete set null, -- that took it up
  taken_up_at      timestamptz,
  erased_at        timestamptz,
  revision         integer     not null default 1,
  constraint concern_merged_into_one check ((state = 'merged') = (merged_into is not null)),
  constraint concern_erased check (erased_at is null
    or (state not in ('waiting', 'shown') and words is null and email is null and device_hash is null and reason = ''))
);
create index concern_neighbourhood on concern (neighbourhood_id, state);
create index concern_map_point on concern (map_point_id);
create index concern_merged on concern (merged_into);
create index concern_priority on concern (priority_id);
create index concern_to_erase on concern (state_since) where erased_at is null;

-- A device that backs a concern: once, and without a time. A merged concern keeps its own rows, in case it stands for itself again.
create table concern_backing (
  concern_id  integer not null references concern on delete cascade,
  device_hash bytea   not null,
  primary key (concern_id, device_hash)
);
create index concern_backing_device on concern_backing (device_hash);
