-- 0011 sent_form: forms that added something, so that the same one sent twice, by a double click or a connection that broke, adds it once.
-- A row is a hash of what was sent; it is let go after two days.
create table sent_form (
  fingerprint bytea       primary key,
  sent_at     timestamptz not null
);
create index sent_form_age on sent_form (sent_at);
