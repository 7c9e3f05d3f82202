-- The directory: which stores there are and how they are reached. No customer data; not behind row-level security,
-- because it is what names the tenant (see docs/adr/0005).

create table store (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  url text,
  currency text not null,
  time_zone text not null default 'UTC',
  locale text not null default 'en',
  -- The person who writes: {name, role, email, replyTo, signature}
  sender jsonb not null,
  postal_address text,
  paused_at timestamptz,
  created_at timestamptz not null default clock_now()
);

create table connection (
  store_id uuid not null references store (id) on delete cascade,
  id uuid not null,
  purpose text not null check (purpose in ('platform', 'mail')),
  adapter_id text not null,
  -- The adapter's configuration, secrets included, sealed.
  config_sealed text not null,
  -- The webhook secret in force and, during a rotation, the one before it; sealed.
  webhook_secret_sealed text,
  previous_webhook_secret_sealed text,
  previous_secret_until timestamptz,
  hook_token_hash bytea not null unique,
  hook_token_sealed text not null,
  -- Why it rests, e.g. 'mail.misconfigured'; null while it works.
  paused_reason text,
  paused_at timestamptz,
  created_at timestamptz not null default clock_now(),
  primary key (store_id, id)
);
create unique index connection_one_mail on connection (store_id) where purpose = 'mail';

grant select, insert, update, delete on store, connection to regulars_app;
