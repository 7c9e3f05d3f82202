-- What the list of customers is searched, narrowed and sorted by.

-- Lower case and without accents, so that `elise` finds Élise.
create function to_search_text(text) returns text language sql immutable parallel safe as $$
  select regexp_replace(normalize(lower($1), NFD), '[\u0300-\u036f]', '', 'g')
$$;

-- A part of a name or address is looked for by reading this column of all customers, a few milliseconds for a hundred
-- thousand. No index can serve it: trigrams need an extension that not every PostgreSQL brings, and operators that
-- are not leakproof may not use an index beneath row-level security.
alter table customer add column search_text text generated always as (
  to_search_text(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email, ''))
) stored;

alter table customer_value
  add column net_minor bigint generated always as (gross_minor - refunded_minor) stored,
  add column first_purchase_at timestamptz generated always as (purchased_at[1]) stored,
  add column last_purchase_at timestamptz generated always as (purchased_at[array_length(purchased_at, 1)]) stored;

create index customer_value_net on customer_value (store_id, currency, net_minor, customer_id) where order_count > 0;
create index customer_value_last on customer_value (store_id, currency, last_purchase_at, customer_id) where order_count > 0;
create index customer_value_orders on customer_value (store_id, currency, order_count, customer_id) where order_count > 0;

-- Who waits at a step of a sequence, the next to go on first.
create index enrollment_waiting on enrollment (store_id, sequence_id, step_id, due_at, id) where status = 'active';
