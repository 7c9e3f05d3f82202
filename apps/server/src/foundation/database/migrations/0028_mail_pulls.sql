-- How far a store's mail account has been read: the provider's lists of whom it does not write to, or the mailbox to which
-- servers report.
create table mail_pull (
  store_id uuid not null,
  kind text not null check (kind in ('suppressions', 'reports')),
  -- Whose it is; null while the store has no account to read. Another account is read from its beginning.
  connection_id uuid,
  -- The adapter's own: where to go on.
  cursor text,
  -- When the store is looked at again.
  next_at timestamptz not null,
  -- Of which kind the last failure was; null since a page was read.
  failure text,
  primary key (store_id, kind)
);

-- Suppressions whose state the provider must still be told: whether it stands is read when it is told, so the last word
-- counts, however often it is told.
create table suppression_push (
  store_id uuid not null,
  recipient_key text not null,
  reason text not null check (reason in ('unsubscribed', 'hard_bounce', 'complaint')),
  -- Grows with each change, so that telling one state does not settle the next.
  version integer not null default 1,
  attempt integer not null default 0,
  due_at timestamptz not null,
  -- When the provider was told; kept until its lists are read through once more.
  told_at timestamptz,
  primary key (store_id, recipient_key, reason)
);
create index suppression_push_due on suppression_push (store_id, due_at) where told_at is null;

call secure_table('mail_pull');
call secure_table('suppression_push');
