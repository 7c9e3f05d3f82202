-- Keys for programs: only the hash is kept. People and their sessions live in the schema `auth`.
create table api_key (
  id uuid primary key,
  name text not null,
  prefix text not null,
  key_hash bytea not null unique,
  scopes text[] not null,
  -- Null: every store.
  store_id uuid references store (id) on delete cascade,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default clock_now()
);

-- The answer to a write, kept so that the same request again gets the same answer.
create table idempotency_key (
  principal text not null,
  key text not null,
  route text not null,
  request_hash bytea not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default clock_now(),
  primary key (principal, key)
);

create table setup_token (
  token_hash bytea primary key,
  created_at timestamptz not null default clock_now(),
  used_at timestamptz
);

grant select, insert, update, delete on api_key, idempotency_key, setup_token to regulars_app;
