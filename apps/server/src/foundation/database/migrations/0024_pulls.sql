-- One reading of one resource of a platform: where it stands, what it has done, and who is at it.
create table pull (
  store_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  kind text not null check (kind in ('backfill', 'reconcile', 'repair')),
  resource text not null check (resource in ('products', 'customers', 'orders')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'paused', 'done', 'failed')),
  -- Only what changed then or later; null for everything.
  updated_from timestamptz,
  -- The adapter's own: where to go on. Null before the first page and after the last one.
  cursor text,
  -- Of a reconciliation: what changed before this has been read. The next one begins there.
  covers_until timestamptz,
  events_done bigint not null default 0,
  orders_done bigint not null default 0,
  parts_rejected bigint not null default 0,
  -- How many orders the platform says it has.
  total bigint,
  -- How far it was at several moments of the last minutes, the oldest first: [[when, how many], …].
  pace jsonb not null default '[]',
  -- Tries in a row that brought no page.
  failures integer not null default 0,
  failure_code text,
  failure_message text,
  waits_until timestamptz,
  lease_token uuid,
  lease_until timestamptz,
  planned_at timestamptz not null default clock_now(),
  started_at timestamptz,
  last_page_at timestamptz,
  finished_at timestamptz,
  primary key (store_id, id),
  -- The last of each: a new one takes its place.
  unique (store_id, connection_id, kind, resource),
  foreign key (store_id, connection_id) references connection (store_id, id) on delete cascade
);

call secure_table('pull');
