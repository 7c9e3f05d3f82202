-- A merchant who was sent to their platform to allow us, until they come back. Names its tenant, as the connection does.
create table connection_attempt (
  store_id uuid not null references store (id) on delete cascade,
  id uuid not null,
  adapter_id text not null,
  -- 'person:<id>'
  begun_by text not null,
  -- The one that is given access again, or the one that was made; null until then.
  connection_id uuid,
  state_hash bytea not null unique,
  -- Of the cookie that only the browser holds that began it.
  browser_hash bytea not null,
  -- What was typed in, and what the platform posted; sealed. Null once it is done.
  settings_sealed text,
  callback_sealed text,
  expires_at timestamptz not null,
  used_at timestamptz,
  done_at timestamptz,
  failure_code text,
  failure_message text,
  warnings text[] not null default '{}',
  primary key (store_id, id)
);

grant select, insert, update, delete on connection_attempt to regulars_app;

-- Somebody asked for what is kept about them; the law gives a month.
create table data_request (
  store_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  -- As the platform numbers it, or else the delivery that told it: told twice it is one.
  request_key text not null,
  -- Null when nobody is known by what the platform told.
  customer_id uuid,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  -- 'person:<id>' or 'apiKey:<id>'
  answered_by text,
  primary key (store_id, id),
  unique (store_id, connection_id, request_key)
);
create index data_request_newest on data_request (store_id, asked_at, id);
create index data_request_open on data_request (store_id, due_at) where answered_at is null;

-- A platform's demand to forget everybody it told us of; it holds once the connection is gone.
create table store_erasure (
  store_id uuid not null,
  connection_id uuid not null,
  demanded_at timestamptz not null,
  customers_erased integer not null default 0,
  finished_at timestamptz,
  primary key (store_id, connection_id)
);

call secure_table('data_request');
call secure_table('store_erasure');
