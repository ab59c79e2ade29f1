-- 0009 messages: what residents ask a team, against the clock of the published standard. The due times are fixed when a message comes
-- in, by the promise that stood then. Texts and the e-mail address are erased 90 days after closing; the figures stay.

create table message (
  id                 integer     generated always as identity primary key,
  neighbourhood_id   integer     not null references neighbourhood on delete cascade,
  topic              text        not null default '',
  language           text        not null check (language in ('en', 'cy')),
  email              text,                          -- where to say that there is an answer; null when none was given, and once erased
  link_hash          bytea       unique,            -- of the sender's private link; null once erased
  received_at        timestamptz not null default now(),
  hours_counted      text        not null check (hours_counted in ('calendar', 'working')),
  acknowledge_due_at timestamptz,                   -- null: nothing was promised
  answer_due_at      timestamptz,
  acknowledged_at    timestamptz,
  answered_at        timestamptz,                   -- the first answer
  closed_at          timestamptz,
  assigned_to        text        references person on delete set null,
  recourse_asked_at  timestamptz,                   -- the sender took the way that the standard names for a broken promise
  recourse_due_at    timestamptz,
  recourse_answered_at timestamptz,
  satisfaction       smallint    check (satisfaction between 1 and 5), -- 5: very satisfied
  satisfied_at       timestamptz,
  erased_at          timestamptz,
  revision           integer     not null default 1
);
create index message_neighbourhood on message (neighbourhood_id, received_at);

create table message_text (
  id         integer     generated always as identity primary key,
  message_id integer     not null references message on delete cascade,
  kind       text        not null check (kind in ('question', 'answer', 'acknowledgement', 'recourse', 'recourse-answer', 'satisfaction', 'note')),
  text       text        not null,
  written_by text        references person on delete set null, -- null: the resident
  written_at timestamptz not null default now()
);
create index message_text_message on message_text (message_id, id);
