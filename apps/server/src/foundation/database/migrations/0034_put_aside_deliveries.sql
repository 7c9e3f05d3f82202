-- Poison that a person has looked at and wants nothing more of. It stays poison, so that whatever empties the bodies of poison
-- empties these too; it only needs nobody any more.
alter table delivery add column put_aside_at timestamptz;
-- Not valid: the column is new, so that there is no row to look at, and the table is large.
alter table delivery add constraint delivery_put_aside check (put_aside_at is null or state = 'poison') not valid;
