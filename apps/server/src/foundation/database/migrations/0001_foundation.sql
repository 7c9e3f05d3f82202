-- The ground every room stands on: tenancy, the clock, the event log, the outbox.

-- What is due is decided by this clock alone. `app.clock_shift` exists for tests and the demo; nothing else sets it.
create function clock_now() returns timestamptz language sql stable parallel safe as $$
  select now() + coalesce(nullif(current_setting('app.clock_shift', true), '')::interval, interval '0')
$$;

-- The stores the current transaction may touch; empty means none. Set in one place: Database.withStores.
create function current_stores() returns uuid[] language sql stable parallel safe as $$
  select coalesce(string_to_array(nullif(current_setting('app.stores', true), ''), ',')::uuid[], '{}')
$$;

-- Puts a table with a store_id behind row-level security, for its owner too, and lends it to the application role.
-- The condition is one no index can serve, on purpose: every statement names its store as well, and the planner shall
-- choose the index by that. (With `store_id = any (…)` it took each index on store_id for as good as the primary key.)
create procedure secure_table(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy store_isolation on %s using (array_position((select current_stores()), store_id) is not null) '
    'with check (array_position((select current_stores()), store_id) is not null)', target);
  execute format('grant select, insert, update, delete on %s to regulars_app', target);
end
$$;

-- Events: what happened, numbered per customer without gaps; append only.
create table event_stream (
  store_id uuid not null,
  customer_id uuid not null,
  head integer not null,
  primary key (store_id, customer_id)
);

create table event (
  store_id uuid not null,
  customer_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  data jsonb not null,
  recorded_at timestamptz not null default clock_now(),
  primary key (store_id, customer_id, seq)
);

-- Each room's own place in each customer's events. A cursor behind its head is work.
create table event_cursor (
  store_id uuid not null,
  consumer text not null,
  customer_id uuid not null,
  position integer not null default 0,
  head integer not null,
  behind_since timestamptz not null default clock_now(),
  primary key (store_id, consumer, customer_id)
);
create index event_cursor_behind on event_cursor (consumer, store_id, behind_since) where position < head;

-- Effects: what must be done in the world, at most once each. The rows are the outbox.
-- `id` is derived from store and key, so the primary key is what makes a key unique. Claiming and marking touch no
-- indexed column, so Postgres updates the row in place (heap-only tuples); only settling moves it out of `effect_due`.
create table effect (
  store_id uuid not null,
  id uuid not null,
  kind text not null,
  key text not null,
  customer_id uuid,
  state text not null default 'planned' check (state in
    ('planned', 'claimed', 'sending', 'accepted', 'rejected', 'skipped', 'cancelled', 'unknown', 'unknown_final')),
  reason text,
  due_at timestamptz not null,
  -- When it was first meant to be done; `due_at` moves with every delay.
  first_due_at timestamptz,
  payload jsonb not null,
  attempt integer not null default 0,
  generation integer not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  provider_reference text,
  -- To the millisecond, because a page's end is told in milliseconds.
  created_at timestamptz not null default date_trunc('milliseconds', clock_now()),
  -- Set when the state is final.
  settled_at timestamptz,
  primary key (store_id, id)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
create index effect_due on effect (kind, store_id, due_at) where settled_at is null;
create index effect_of_customer on effect (store_id, customer_id, created_at);
create index effect_newest on effect (store_id, kind, created_at, id);

call secure_table('event_stream');
call secure_table('event');
call secure_table('event_cursor');
call secure_table('effect');
