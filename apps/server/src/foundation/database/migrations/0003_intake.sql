-- Deliveries as they came, byte for byte: accepted only after they are here.
create table delivery (
  store_id uuid not null,
  -- Derived from the connection and the adapter's dedupe key: the same delivery again has the same id.
  id uuid not null,
  connection_id uuid not null,
  purpose text not null,
  adapter_id text not null,
  topic text not null,
  headers jsonb not null,
  body bytea not null,
  state text not null default 'received' check (state in ('received', 'waiting', 'processed', 'ignored', 'poison')),
  -- Why it could not be used: a stable code, where, and a sentence.
  reason text,
  path text,
  message text,
  attempt integer not null default 0,
  due_at timestamptz not null default clock_now(),
  -- To the millisecond, because a page's end is told in milliseconds.
  received_at timestamptz not null default date_trunc('milliseconds', clock_now()),
  settled_at timestamptz,
  primary key (store_id, id)
) with (fillfactor = 90, toast_tuple_target = 8160);
-- A body lives for a month: compressing it, or moving it out of its row, costs more than half of what keeping it costs.
alter table delivery alter column body set storage external;
create index delivery_due on delivery (purpose, store_id, due_at) where state in ('received', 'waiting');
create index delivery_poison on delivery (store_id, received_at) where state = 'poison';
create index delivery_newest on delivery (store_id, received_at, id);

call secure_table('delivery');
