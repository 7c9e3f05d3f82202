create table sequence (
  store_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  state text not null check (state in ('draft', 'live', 'paused')),
  live_version integer,
  created_at timestamptz not null default clock_now(),
  updated_at timestamptz not null default clock_now(),
  primary key (store_id, id),
  unique (store_id, key)
);

-- Never changed once written.
create table sequence_version (
  store_id uuid not null,
  sequence_id uuid not null,
  version integer not null,
  definition jsonb not null,
  created_at timestamptz not null default clock_now(),
  primary key (store_id, sequence_id, version),
  foreign key (store_id, sequence_id) references sequence (store_id, id) on delete cascade
);

create table enrollment (
  store_id uuid not null,
  id uuid not null,
  sequence_id uuid not null,
  version integer not null,
  customer_id uuid not null,
  -- What it was entered for: 'customer' or 'order:<id>'; one enrollment each.
  entry_key text not null,
  status text not null check (status in ('active', 'completed', 'exited', 'failed')),
  reason text,
  step_id text,
  state jsonb not null,
  due_at timestamptz,
  created_at timestamptz not null default clock_now(),
  updated_at timestamptz not null default clock_now(),
  primary key (store_id, id),
  unique (store_id, sequence_id, customer_id, entry_key),
  foreign key (store_id, sequence_id, version) references sequence_version (store_id, sequence_id, version)
);
create index enrollment_due on enrollment (store_id, due_at) where status = 'active' and due_at is not null;
create index enrollment_of_customer on enrollment (store_id, customer_id);

call secure_table('sequence');
call secure_table('sequence_version');
call secure_table('enrollment');
