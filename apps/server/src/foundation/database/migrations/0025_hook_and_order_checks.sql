-- How each connection's webhooks stood when last looked at, and when they are looked at next.
create table hook_check (
  store_id uuid not null,
  connection_id uuid not null,
  due_at timestamptz not null,
  -- Of the address and the sealed secret they were registered with; with others they are looked at at once.
  target_hash text not null,
  -- Null until the first look is over.
  checked_at timestamptz,
  topics jsonb not null default '[]',
  -- When every topic was last seen in use; what changed since the last time before a gap is pulled.
  all_active_at timestamptz,
  repaired_at timestamptz,
  repaired_topics text[] not null default '{}',
  failure_code text,
  failure_message text,
  primary key (store_id, connection_id),
  foreign key (store_id, connection_id) references connection (store_id, id) on delete cascade
);

-- A platform's orders beside ours, as last compared: in number, and one by one where they changed lately.
drop table order_count;
create table order_check (
  store_id uuid not null,
  connection_id uuid not null,
  due_at timestamptz not null,
  -- A comparison under way: what it has come to, and the cursor it goes on from. Null while none is.
  progress jsonb,
  -- The last one that ended. Null until the first did.
  checked_at timestamptz,
  span_from timestamptz,
  span_until timestamptz,
  orders_here integer,
  orders_there integer,
  compared_from timestamptz,
  compared integer,
  missing integer not null default 0,
  different integer not null default 0,
  sum_here_minor bigint,
  sum_there_minor bigint,
  currency text,
  failure_code text,
  failure_message text,
  primary key (store_id, connection_id),
  foreign key (store_id, connection_id) references connection (store_id, id) on delete cascade
);

call secure_table('hook_check');
call secure_table('order_check');
