-- 0012 meetings: a meeting is an event that has been given an agenda. All that happens in it is one ordered log of changes, a number each,
-- so that a phone can ask for what it missed and every process comes to the same state. What is "once a device" is kept beside the log, not
-- in it: the log is kept, the devices are forgotten when the minutes are published.

create table meeting (
  id            integer     primary key references event on delete cascade,
  attendance    text        not null default 'hybrid' check (attendance in ('in-person', 'online', 'hybrid')),
  access_notes  text        not null default '',
  location      geometry(Point, 4326),
  join_code     text        not null unique check (join_code ~ '^[CDFGHJKMNPQRTVWXY3479]{6}$'), -- no look-alikes, no vowels and so no words
  phase         text        not null default 'planned' check (phase in ('planned', 'running', 'closed', 'published')), -- as the log says, for lists
  last_sequence integer     not null default 0 check (last_sequence >= 0),
  most_online   integer     check (most_online >= 0), -- the most devices seen online at once while it ran
  created_at    timestamptz not null
);

create table meeting_change (
  meeting_id  integer     not null references meeting on delete cascade,
  sequence    integer     not null check (sequence > 0),
  kind        text        not null check (kind <> ''),
  detail      jsonb       not null,
  happened_at timestamptz not null,
  command_id  uuid,       -- of the command that made it: the same command again finds it and makes no second
  primary key (meeting_id, sequence),
  unique (meeting_id, command_id)
);

create table meeting_device_act (
  meeting_id  integer not null references meeting on delete cascade,
  device_hash bytea   not null, -- HMAC over the meeting and the device's random cookie: another in every meeting
  kind        text    not null check (kind in ('asked', 'backed', 'raised')),
  subject     uuid    not null, -- a question or a hand
  primary key (meeting_id, device_hash, kind, subject)
);

-- How many devices each process has on the line; rows of processes that are gone grow old and are not counted.
create table meeting_presence (
  meeting_id integer     not null references meeting on delete cascade,
  process_id uuid        not null,
  online     integer     not null check (online >= 0),
  seen_at    timestamptz not null,
  primary key (meeting_id, process_id)
);

-- A private link by which a resident chairs one meeting.
create table meeting_chair_link (
  id         integer     generated always as identity primary key,
  meeting_id integer     not null references meeting on delete cascade,
  token_hash bytea       not null unique,
  name       text        not null check (name <> ''), -- of whoever chairs by it
  made_by    text        references person on delete set null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz
);
create index meeting_chair_link_meeting on meeting_chair_link (meeting_id);
