create table segment (
  store_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  rule jsonb not null,
  created_at timestamptz not null default clock_now(),
  updated_at timestamptz not null default clock_now(),
  primary key (store_id, id),
  unique (store_id, key)
);

create table membership (
  store_id uuid not null,
  segment_id uuid not null,
  customer_id uuid not null,
  since timestamptz not null,
  primary key (store_id, customer_id, segment_id),
  foreign key (store_id, segment_id) references segment (store_id, id) on delete cascade
);
create index membership_of_segment on membership (store_id, segment_id, since);

call secure_table('segment');
call secure_table('membership');
