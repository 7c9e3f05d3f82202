-- A template as written and as compiled; never changed once written.
create table template_version (
  store_id uuid not null,
  key text not null,
  locale text not null,
  version integer not null,
  source jsonb not null,
  compiled jsonb not null,
  created_at timestamptz not null default clock_now(),
  primary key (store_id, key, locale, version)
);

-- One rendered mail to one recipient; its verdict stands with the effect of the same id.
create table message (
  store_id uuid not null,
  id uuid not null,
  customer_id uuid,
  connection_id uuid,
  template_key text not null,
  template_version integer not null,
  locale text not null,
  purpose text not null,
  recipient text not null,
  recipient_key text not null,
  -- `<id>@<sending domain>`: as unique as the id.
  message_id text not null,
  subject text not null,
  html text not null,
  text text not null,
  envelope jsonb not null,
  rendered_at timestamptz not null,
  -- When it took its place under the frequency cap; null while it is certain that it has not gone.
  counts_at timestamptz,
  -- Since when nobody knows whether it went, how often the provider was asked, when it first knew nothing of it, and
  -- when it was sent once more.
  unknown_at timestamptz,
  lookups integer not null default 0,
  absent_at timestamptz,
  resent_at timestamptz,
  primary key (store_id, id)
) with (toast_tuple_target = 8160);
-- Written once, read once, forgotten: compressing them costs more than keeping them.
alter table message alter column html set storage external;
alter table message alter column text set storage external;
create index message_cap on message (store_id, recipient_key, counts_at) where purpose = 'marketing' and counts_at is not null;

create table message_receipt (
  store_id uuid not null,
  connection_id uuid not null,
  external_id text not null,
  message_id uuid,
  kind text not null,
  at timestamptz not null,
  data jsonb not null,
  primary key (store_id, connection_id, external_id)
);
create index message_receipt_of_message on message_receipt (store_id, message_id);

-- A fact that forbids writing to an address; it always wins over consent.
create table suppression (
  store_id uuid not null,
  recipient_key text not null,
  reason text not null check (reason in ('unsubscribed', 'hard_bounce', 'complaint', 'manual')),
  -- 'marketing' spares transactional mail; 'all' stops everything.
  scope text not null check (scope in ('marketing', 'all')),
  at timestamptz not null,
  note text,
  primary key (store_id, recipient_key, reason)
);

create table mailbox_message (
  store_id uuid not null,
  id uuid not null,
  message_id text not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  text text not null,
  headers jsonb not null,
  -- To the millisecond, because a page's end is told in milliseconds.
  received_at timestamptz not null default date_trunc('milliseconds', clock_now()),
  read_at timestamptz,
  primary key (store_id, id),
  unique (store_id, message_id)
);
create index mailbox_newest on mailbox_message (store_id, received_at, id);

call secure_table('template_version');
call secure_table('message');
call secure_table('message_receipt');
call secure_table('suppression');
call secure_table('mailbox_message');
