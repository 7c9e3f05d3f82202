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
  -- Null while the first request runs.
  status integer,
  -- Sealed: an answer may show a secret once, or a customer's data.
  response_sealed text,
  created_at timestamptz not null default clock_now(),
  primary key (principal, key)
);

create table setup_token (
  token_hash bytea primary key,
  created_at timestamptz not null default clock_now(),
  used_at timestamptz
);

-- A client's stores; people of other roles see every store.
create table person_store (
  person_id text not null,
  store_id uuid not null references store (id) on delete cascade,
  primary key (person_id, store_id)
);

grant select, insert, update, delete on api_key, idempotency_key, setup_token, person_store to regulars_app;

-- People and their sessions, in the form better-auth wants; a test compares the two.
create schema auth;

create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "role" text not null check ("role" in ('owner', 'marketer', 'developer', 'client'))
);

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on auth."session" ("userId");

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth."account" ("userId");

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth."verification" ("identifier");

create table auth."rateLimit" (
  "id" text not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

grant usage on schema auth to regulars_app;
grant select, insert, update, delete on all tables in schema auth to regulars_app;
