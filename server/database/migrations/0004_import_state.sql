-- 0004 import state: what the import has still to derive from loaded data. A step is noted in the transaction that makes it needed and
-- struck out in the one that does it, so that a run that died between the two is finished by the next.
create table pending_derivation (
  step text primary key
);
