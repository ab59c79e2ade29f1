-- 0009 messages: what residents ask a team, against the clock of the published standard. The due times, and the way named for a broken
-- promise, are fixed when a message comes in, by the promise that stood then. Texts and the e-mail address are erased 90 days after
-- closing; the figures stay.

create table message (
  id                 integer     generated always as identity primary key,
  neighbourhood_id   integer     not null references neighbourhood on delete cascade,
  topic              text        not null default '',
  language           text        not null check (language in ('en', 'cy')),
  email              text,                          -- where to say that there is an answer; null when none was given, and once erased
  -- Of the sender's private link. The link follows from the form's token, so that a form sent twice is one message; the hash stays when
  -- the rest is erased, or the form could be sent again.
  link_hash          bytea       not null unique,
  received_at        timestamptz not null default now(),
  hours_counted      text        not null check (hours_counted in ('calendar', 'working')),
  acknowledge_due_at timestamptz,                   -- null: nothing was promised
  answer_due_at      timestamptz,
  acknowledged_at    timestamptz,
  answered_at        timestamptz,                   -- the first answer
  closed_at          timestamptz,
  assigned_to        text        references person on delete set null,
  recourse           text,                          -- the way named for a broken promise, in the force's words; null: none was named
  recourse_within_hours double precision,           -- null: the supervisor's time has no end
  recourse_asked_at  timestamptz,                   -- the sender took that way
  recourse_due_at    timestamptz,
  recourse_answered_at timestamptz,
  satisfaction       smallint    check (satisfaction between 1 and 5), -- 5: very satisfied
  satisfied_at       timestamptz,
  erased_at          timestamptz,
  revision           integer     not null default 1,
  constraint message_erased_is_closed check (erased_at is null or (closed_at is not null and email is null))
);
create index message_neighbourhood on message (neighbourhood_id, received_at);
create index message_to_erase on message (closed_at) where erased_at is null;

create table message_text (
  id         integer     generated always as identity primary key,
  message_id integer     not null references message on delete cascade,
  kind       text        not null check (kind in ('question', 'answer', 'acknowledgement', 'recourse', 'recourse-answer', 'satisfaction', 'note')),
  text       text        not null,
  written_by text        references person on delete set null, -- null: the resident, by the kind; else a machine, or a person no longer here
  written_at timestamptz not null default now()
);
create index message_text_message on message_text (message_id, id);

-- Passing a message on within the force; its clock goes on.
create table message_forwarding (
  id           integer     generated always as identity primary key,
  message_id   integer     not null references message on delete cascade,
  from_neighbourhood_id integer not null references neighbourhood on delete cascade,
  to_neighbourhood_id   integer not null references neighbourhood on delete cascade,
  forwarded_by text        references person on delete set null,
  forwarded_at timestamptz not null default now()
);
create index message_forwarding_from on message_forwarding (from_neighbourhood_id, forwarded_at);
