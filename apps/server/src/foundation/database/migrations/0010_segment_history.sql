-- Set aside: it has no members and no order is held against it, but it can be brought back with its key.
alter table segment add column archived_at timestamptz;

-- To the millisecond, because lists of members are paged by it.
alter table membership alter column since type timestamptz(3);

-- How many came and left, by the store's own days. `cause` tells what happened to customers from what a changed rule did.
create table segment_day (
  store_id uuid not null,
  segment_id uuid not null,
  day date not null,
  cause text not null check (cause in ('customerChanged', 'ruleChanged')),
  entered integer not null,
  left_again integer not null,
  primary key (store_id, segment_id, day, cause),
  foreign key (store_id, segment_id) references segment (store_id, id) on delete cascade
);

call secure_table('segment_day');
