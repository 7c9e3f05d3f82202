create table referral_program (
  store_id uuid not null,
  id uuid not null,
  rules jsonb not null,
  revision integer not null default 1,
  state text not null check (state in ('live', 'paused')),
  created_at timestamptz not null default clock_now(),
  primary key (store_id, id),
  unique (store_id)
);

create table advocate (
  store_id uuid not null,
  customer_id uuid not null,
  slug text not null,
  created_at timestamptz not null default clock_now(),
  primary key (store_id, customer_id),
  foreign key (store_id, customer_id) references customer (store_id, id) on delete cascade
);
-- A link names no store, so slugs are unique among all of them: the hash finds the store without reading a tenant's row.
create table advocate_link (
  slug text primary key,
  store_id uuid not null references store (id) on delete cascade
);

create table referral (
  store_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  advocate_customer_id uuid not null,
  friend_customer_id uuid not null,
  -- core's toPersonKey: one person, one claim.
  friend_person_key text not null,
  state text not null,
  reason text,
  -- The rules as they stood at the claim, and the Decider's whole state.
  rules jsonb not null,
  decided jsonb not null,
  -- The friend's welcome code in lower case; null for a claim that was refused.
  friend_code text,
  order_id uuid,
  -- When the clock moves it: the claim's end, the hold's end, the claw-back's end; null when it does not.
  due_at timestamptz,
  -- Counts against the advocate's cap.
  advocate_rewarded_at timestamptz,
  claimed_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, advocate_customer_id) references advocate (store_id, customer_id)
);
create unique index referral_one_live_claim on referral (store_id, friend_person_key) where state not in ('rejected', 'expired');
create unique index referral_of_code on referral (store_id, friend_code) where friend_code is not null;
create unique index referral_of_order on referral (store_id, order_id) where order_id is not null;
create index referral_due on referral (store_id, due_at) where due_at is not null;
create index referral_newest on referral (store_id, claimed_at desc, id);
create index referral_of_friend on referral (store_id, friend_customer_id);
create index referral_of_advocate on referral (store_id, advocate_customer_id);

create table reward (
  store_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  -- What it is for: 'referral:<id>' or 'enrollment:<id>:<step>'; one reward per source and side.
  source text not null,
  side text not null check (side in ('friend_welcome', 'advocate', 'friend', 'sequence')),
  code text not null,
  terms jsonb not null,
  state text not null check (state in ('approved', 'issuing', 'issued', 'redeemed', 'expired', 'revoking', 'revoked', 'stuck')),
  reason text,
  external_id text,
  -- How often a person asked to try again; names the next effect.
  retry_count integer not null default 0,
  expires_at timestamptz not null,
  issued_at timestamptz,
  created_at timestamptz not null default clock_now(),
  primary key (store_id, id),
  unique (store_id, source, side),
  unique (store_id, code)
);
create index reward_of_customer on reward (store_id, customer_id);
create index reward_newest on reward (store_id, created_at desc, id);
create index reward_unsettled on reward (store_id) where state in ('approved', 'issuing', 'revoking', 'stuck');
create index reward_ending on reward (store_id, expires_at) where state = 'issued';

call secure_table('referral_program');
call secure_table('advocate');
call secure_table('referral');
call secure_table('reward');
grant select, insert, delete on advocate_link to regulars_app;
