-- Carts: what somebody put together and has not ordered (yet). Only those of people the store knows, or who said yes to mail.
create table cart (
  store_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  external_id text not null,
  -- Null for one that was only ever told as deleted.
  customer_id uuid,
  -- Core's Checkout without whose it is; null once forgotten.
  contents jsonb,
  item_count integer not null,
  started_at timestamptz not null,
  -- The platform's version: older ones never overwrite newer ones.
  source_updated_at timestamptz not null,
  -- By the store's clock, but never later than we heard of it.
  touched_at timestamptz not null,
  completed_at timestamptz,
  deleted_at timestamptz,
  -- When it counted as left; told once as cartAbandoned.
  abandoned_at timestamptz,
  settled_as text check (settled_as in ('bought', 'discarded')),
  -- The order it became, where one is known.
  order_id uuid,
  primary key (store_id, id),
  unique (store_id, connection_id, external_id),
  foreign key (store_id, customer_id) references customer (store_id, id),
  foreign key (store_id, order_id) references orders (store_id, id)
);
create index cart_of_customer on cart (store_id, customer_id);
create index cart_waiting on cart (store_id, touched_at)
  where abandoned_at is null and settled_as is null and customer_id is not null and item_count > 0;
create index cart_to_forget on cart (store_id, touched_at) where contents is not null or customer_id is null;
call secure_table('cart');

-- The order that names a cart's checkout.
create index orders_of_checkout on orders (store_id, connection_id, (model ->> 'checkoutExternalId'))
  where (model ->> 'checkoutExternalId') is not null;

-- What a shop's pages show to have carts taken; public, and null where they are not to be.
alter table connection add column storefront_key text unique;
