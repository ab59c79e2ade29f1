-- 0006 accounts: who may sign in and act for which place. person, sign_in_* and passkey are better-auth's own tables under our names;
-- link tokens stand in sign_in_verification as hashes only.

create table person (
  id             text        primary key,
  name           text        not null,
  email          text        not null unique check (email = lower(email)),
  email_verified boolean     not null default false,
  image          text,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now()
);
create table sign_in_session (
  id         text        primary key,
  person_id  text        not null references person on delete cascade,
  token      text        not null unique,
  expires_at timestamptz not null,
  ip_address text,                                  -- never written
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_session_person on sign_in_session (person_id);
create table sign_in_account (
  id            text        primary key,
  person_id     text        not null references person on delete cascade,
  account_id    text        not null,
  provider_id   text        not null,
  access_token  text,
  refresh_token text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope         text,
  id_token      text,
  password      text,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create index sign_in_account_person on sign_in_account (person_id);
create table sign_in_verification (
  id         text        primary key,
  identifier text        not null unique,
  value      text        not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table passkey (
  id            text        primary key,
  name          text,
  public_key    text        not null,
  person_id     text        not null references person on delete cascade,
  credential_id text        not null unique,
  counter       bigint      not null,
  device_type   text        not null,
  backed_up     boolean     not null,
  transports    text,
  aaguid        text,
  created_at    timestamptz default now()
);
create index passkey_person on passkey (person_id);

-- What a person may act for: an officer for a neighbourhood, a supervisor for a force, an admin for all.
create table access_grant (
  id               integer     generated always as identity primary key,
  person_id        text        not null references person on delete cascade,
  role             text        not null,
  force_id         text        references force on delete cascade,
  neighbourhood_id integer     references neighbourhood on delete cascade,
  granted_at       timestamptz not null default now(),
  unique nulls not distinct (person_id, role, force_id, neighbourhood_id),
  constraint access_grant_place check (
    (role = 'officer' and force_id is not null and neighbourhood_id is not null)
    or (role = 'supervisor' and force_id is not null and neighbourhood_id is null)
    or (role = 'admin' and force_id is null and neighbourhood_id is null))
);

-- An offer of one grant, sent to an e-mail address; the link in the mail is kept as a hash.
create table invitation (
  id               integer     generated always as identity primary key,
  token_hash       bytea       not null unique,
  email            text        not null check (email = lower(email)),
  name             text        not null,
  role             text        not null,
  force_id         text        references force on delete cascade,
  neighbourhood_id integer     references neighbourhood on delete cascade,
  invited_by       text        references person on delete set null,
  invited_at       timestamptz not null default now(),
  expires_at       timestamptz not null,
  accepted_at      timestamptz,
  withdrawn_at     timestamptz,
  constraint invitation_place check (
    (role = 'officer' and force_id is not null and neighbourhood_id is not null)
    or (role = 'supervisor' and force_id is not null and neighbourhood_id is null)
    or (role = 'admin' and force_id is null and neighbourhood_id is null))
);

-- A machine's key to /api/v1, with the rights of one grant; the token itself is shown once and kept as a hash.
create table api_token (
  id               integer     generated always as identity primary key,
  token_hash       bytea       not null unique,
  name             text        not null,
  role             text        not null,
  force_id         text        references force on delete cascade,
  neighbourhood_id integer     references neighbourhood on delete cascade,
  created_at       timestamptz not null default now(),
  expires_at       timestamptz not null,
  revoked_at       timestamptz,
  constraint api_token_place check (
    (role = 'officer' and force_id is not null and neighbourhood_id is not null)
    or (role = 'supervisor' and force_id is not null and neighbourhood_id is null)
    or (role = 'admin' and force_id is null and neighbourhood_id is null))
);

-- Who changed which field of what, and when. Names of fields, never what stands in them; the application can only add.
create table audit_entry (
  id               bigint      generated always as identity primary key,
  happened_at      timestamptz not null default now(),
  person_id        text,                            -- no foreign key: an entry outlives whom it names
  api_token_id     integer,
  action           text        not null,
  force_id         text,
  neighbourhood_id integer,
  subject          text        not null default '', -- "team member 12"
  fields           text[]      not null default '{}'
);
create index audit_entry_force on audit_entry (force_id, id desc);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries cannot be changed or removed';
end $$;
create trigger audit_entry_only_grows before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_stays before truncate on audit_entry for each statement execute function refuse_change();

-- Moves when what a team or a resident has published changes: pages and their twins carry it, tiles and figures do not.
create table page_version (
  only_row boolean primary key default true check (only_row),
  version  bigint  not null
);
insert into page_version (version) values (1);
