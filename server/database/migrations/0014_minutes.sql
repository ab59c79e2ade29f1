-- 0014 minutes: what follows from a meeting. Its minutes themselves are in its log. Beside it stand: to which priority each action goes, and
-- what became of it there; which message a question that was not answered is; and what people thought of the meeting.

-- Chosen by the team before it publishes. An entry is a line of the minutes, in the log.
create table minutes_action (
  meeting_id  integer not null references meeting on delete cascade,
  entry_id    uuid    not null,
  priority_id integer references priority on delete cascade,               -- null: of none
  action_id   integer unique references priority_action on delete set null, -- what publishing made of it
  written     integer, -- the revision of the entry that was written there: publishing again changes only what was changed in the minutes
  primary key (meeting_id, entry_id)
);

-- A question that a meeting left unanswered is a message without an address; its words, and the answer's, are public in the minutes.
alter table message
  add column meeting_id  integer references meeting on delete set null,
  add column question_id uuid,
  add constraint message_question unique (meeting_id, question_id);

create table meeting_feedback (
  id          integer     generated always as identity primary key,
  meeting_id  integer     not null references meeting on delete cascade,
  device_hash bytea,                                                -- so that a device answers once; forgotten when nobody is asked any more
  usefulness  smallint    not null check (usefulness between 1 and 5), -- 5: very useful
  why         text        not null default '',                      -- read by the team only, and erased
  given_at    timestamptz not null,
  unique (meeting_id, device_hash)
);

-- When meetings were closed and minutes published, without reading their logs.
create index meeting_change_milestone on meeting_change (meeting_id, kind, happened_at)
  where kind in ('meeting:closed', 'minutes:published');
