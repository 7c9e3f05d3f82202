-- What only a demo keeps; a real instance's database never has it.
create schema demo;

-- How it was made, how far it has lived, and where its clock stands.
create table demo.state (
  is_only boolean primary key default true check (is_only),
  seed bigint not null,
  stores integer not null,
  customers_per_store integer not null,
  -- The simulated time, and since when it is lived through rather than imported.
  begins_at timestamptz not null,
  lives_from timestamptz not null,
  ends_at timestamptz not null,
  is_history_in boolean not null default false,
  -- Everything that people do up to here has been done.
  lived_until timestamptz not null,
  is_seeded boolean not null default false,
  clock_shift_ms bigint not null,
  -- Where the running demo is reached.
  address text
);

-- One-time links that let in whoever started the demo.
create table demo.entry_link (
  token_hash bytea primary key,
  created_at timestamptz not null default now()
);

-- The books of the invented shops themselves: what they sold, and the codes they give discounts for.
create table demo.shop_order (
  store_id uuid not null,
  external_id text not null,
  placed_at timestamptz not null,
  primary key (store_id, external_id)
);
create table demo.coupon (
  store_id uuid not null,
  id uuid not null,
  -- Lower case: codes compare without it.
  code text not null,
  reward_id text not null,
  -- `{kind: 'percent', percent}` or `{kind: 'fixed', amountMinor, currency}`
  discount jsonb not null,
  usage_limit integer not null,
  times_used integer not null default 0,
  expires_at timestamptz,
  minimum_minor bigint,
  restricted_to_email text,
  primary key (store_id, id),
  unique (store_id, code)
);
call secure_table('demo.shop_order');
call secure_table('demo.coupon');

grant usage on schema demo to regulars_app;
grant select, insert, update, delete on demo.state, demo.entry_link to regulars_app;
