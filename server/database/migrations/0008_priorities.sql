-- 0008 priorities: what was agreed, what was done about it, and the dates on which people can come. Published by hand by a team; later
-- they come out of meetings and votes. revision counts the changes of a row, so that two people cannot overwrite each other unseen.

create table priority (
  id               integer     generated always as identity primary key,
  neighbourhood_id integer     not null references neighbourhood on delete cascade,
  issue            text        not null check (issue <> ''),
  why              text        not null default '', -- why it was chosen
  owner            text        not null default '', -- who leads on it, as residents may be told
  agreed_on        date        not null,
  due_on           date,
  closed_on        date,
  outcome          text        not null default '', -- what came of it, once closed
  outcome_at       timestamptz,                     -- when it was closed here, or its outcome last changed; updated_at leaves that out
  revision         integer     not null default 1,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  check (closed_on is null or closed_on >= agreed_on),
  check ((closed_on is null) = (outcome_at is null))
);
create index priority_neighbourhood on priority (neighbourhood_id, agreed_on desc);

create table priority_action (
  id          integer     generated always as identity primary key,
  priority_id integer     not null references priority on delete cascade,
  what        text        not null check (what <> ''),
  owner       text        not null default '',
  planned_for date,
  done_on     date,                                 -- null: planned, not done yet
  revision    integer     not null default 1,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create index priority_action_priority on priority_action (priority_id);

create table event (
  id               integer     generated always as identity primary key,
  neighbourhood_id integer     not null references neighbourhood on delete cascade,
  kind             text        not null check (kind in ('meeting', 'drop-in', 'other')),
  title            text        not null check (title <> ''),
  description      text        not null default '',
  place            text        not null default '', -- "Community hall"
  address          text        not null default '',
  online_url       text        not null default '',
  starts_at        timestamptz not null,
  ends_at          timestamptz,
  cancelled_at     timestamptz,
  revision         integer     not null default 1,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  check (ends_at is null or ends_at > starts_at)
);
create index event_neighbourhood on event (neighbourhood_id, starts_at);
