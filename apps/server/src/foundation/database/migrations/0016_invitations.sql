-- Somebody who may join by a one-time link; only the hash of its token is kept. Used up or taken back, the row is gone.
create table invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  email text not null unique,
  role text not null check (role in ('owner', 'marketer', 'developer', 'client')),
  -- Null: every store.
  store_ids uuid[],
  created_at timestamptz not null default clock_now(),
  expires_at timestamptz not null
);

-- Who sees only the stores in person_store, whatever their role; a client always does. A mark of its own, so that
-- losing the last of one's stores does not open all of them.
create table limited_person (
  person_id text primary key
);

grant select, insert, update, delete on invitation, limited_person to regulars_app;
