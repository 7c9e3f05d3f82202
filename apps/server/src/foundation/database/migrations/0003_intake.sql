-- Deliveries as they came, byte for byte: accepted only after they are here.
create table delivery (
  store_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  purpose text not null,
  adapter_id text not null,
  topic text not null,
  dedupe_key text not null,
  headers jsonb not null,
  body bytea not null,
  state text not null default 'received' check (state in ('received', 'waiting', 'processed', 'ignored', 'poison')),
  -- Why it could not be used: a stable code, where, and a sentence.
  reason text,
  path text,
  message text,
  attempt integer not null default 0,
  due_at timestamptz not null default clock_now(),
  received_at timestamptz not null default clock_now(),
  settled_at timestamptz,
  primary key (store_id, id),
  unique (store_id, connection_id, dedupe_key)
) with (fillfactor = 90);
create index delivery_due on delivery (purpose, store_id, due_at, id) where state in ('received', 'waiting');
create index delivery_poison on delivery (store_id, received_at) where state = 'poison';
create index delivery_age on delivery (store_id, received_at);

call secure_table('delivery');
