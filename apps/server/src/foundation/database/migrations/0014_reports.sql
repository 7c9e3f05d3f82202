-- The door of the room `customers` for figures over many orders: one row an order that was sold. What was given back in
-- full is among them, with nothing kept.
create view order_facts with (security_invoker = true) as
select
  o.store_id,
  o.customer_id,
  o.placed_at,
  o.currency,
  o.status <> 'refunded' as is_purchase,
  o.is_renewal,
  o.grand_minor,
  case when o.status = 'refunded' then o.grand_minor else least(o.refunded_minor, o.grand_minor) end as refunded_minor
from orders o
where o.deleted_at is null and not o.is_test and o.status not in ('pending', 'cancelled');

-- Serves that view without reading the orders themselves, whose models are wide.
create index orders_sold on orders (store_id, placed_at)
  include (customer_id, currency, status, is_renewal, grand_minor, refunded_minor)
  where deleted_at is null and not is_test and status not in ('pending', 'cancelled');

-- What became of a day's mails. Only settling writes it, so claiming still updates a row in place.
create index effect_settled on effect (store_id, kind, settled_at) where settled_at is not null;

-- A store's figures as they were last added up: two years of orders take a moment, a page must not.
create table store_figures (
  store_id uuid primary key,
  -- Of another shape than this program's, they are added up anew.
  shape integer not null,
  computed_at timestamptz not null,
  -- How long that took; the next time comes the later, the longer it took.
  took_ms integer not null,
  figures jsonb not null
);

-- The last count of a platform's orders beside ours; a page shows it until somebody counts again.
create table order_count (
  store_id uuid not null,
  connection_id uuid not null,
  counted_at timestamptz not null,
  span_from timestamptz not null,
  span_until timestamptz not null,
  orders_here integer,
  orders_there integer,
  -- Why the platform could not be asked; null when it answered.
  failure text,
  primary key (store_id, connection_id),
  foreign key (store_id, connection_id) references connection (store_id, id) on delete cascade
);

call secure_table('store_figures');
call secure_table('order_count');
grant select on order_facts to regulars_app;
