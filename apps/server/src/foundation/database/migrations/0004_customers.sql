create table customer (
  store_id uuid not null,
  id uuid not null,
  email text,
  -- Normalised by core's toEmailKey; what makes two orders one customer.
  email_key text,
  phone text,
  first_name text,
  last_name text,
  locale text,
  country text,
  tags text[] not null default '{}',
  consent_state text not null default 'unknown',
  consent_source text,
  consent_at timestamptz,
  -- Who said each detail and when, so that the latest statement wins in whatever order they arrive.
  said jsonb not null default '{}',
  -- The platform's version of the account record, where there is one.
  source_updated_at timestamptz,
  erased_at timestamptz,
  -- To the millisecond, because lists are paged by it.
  created_at timestamptz(3) not null default clock_now(),
  primary key (store_id, id)
);
create unique index customer_email on customer (store_id, email_key) where email_key is not null;
create index customer_newest on customer (store_id, created_at desc, id desc);

create table customer_identity (
  store_id uuid not null,
  connection_id uuid not null,
  external_id text not null,
  customer_id uuid not null,
  primary key (store_id, connection_id, external_id),
  foreign key (store_id, customer_id) references customer (store_id, id) on delete cascade
);
create index customer_identity_customer on customer_identity (store_id, customer_id);

create table orders (
  store_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  external_id text not null,
  number text not null,
  customer_id uuid,
  placed_at timestamptz not null,
  paid_at timestamptz,
  source_updated_at timestamptz not null,
  status text not null,
  platform_status text not null,
  currency text not null,
  grand_minor bigint not null,
  discount_minor bigint not null,
  refunded_minor bigint not null,
  is_test boolean not null default false,
  is_renewal boolean not null default false,
  coupon_codes text[] not null default '{}',
  product_external_ids text[] not null default '{}',
  categories text[] not null default '{}',
  -- The whole order in the common model.
  model jsonb not null,
  -- Refunds the platform told by themselves; a later version of the order need not list them.
  lone_refunds jsonb not null default '[]',
  -- When the delivery that brought this state came: decides between two states of the same version.
  received_at timestamptz not null,
  -- Which of the order's once-only events have been told; see customers/projection/transitions.ts.
  told text[] not null default '{}',
  deleted_at timestamptz,
  -- Its personal data are gone; older states must not bring them back.
  anonymized_at timestamptz,
  created_at timestamptz not null default clock_now(),
  primary key (store_id, id),
  unique (store_id, connection_id, external_id),
  foreign key (store_id, customer_id) references customer (store_id, id)
);
create index orders_of_customer on orders (store_id, customer_id, placed_at);
create index orders_of_product on orders using gin (product_external_ids);
create index orders_newest on orders (store_id, placed_at desc, id desc);

-- What the platform deleted, known to us or not yet: a late older state does not bring it back.
create table tombstone (
  store_id uuid not null,
  connection_id uuid not null,
  kind text not null check (kind in ('order', 'product', 'customer')),
  external_id text not null,
  deleted_at timestamptz not null,
  primary key (store_id, connection_id, kind, external_id)
);

-- Whom we were told to forget, by hash only: what is still under way about them is not kept.
create table erased_identity (
  store_id uuid not null,
  identity_hash bytea not null,
  customer_id uuid not null,
  erased_at timestamptz not null,
  primary key (store_id, identity_hash),
  foreign key (store_id, customer_id) references customer (store_id, id)
);

create table product (
  store_id uuid not null,
  connection_id uuid not null,
  external_id text not null,
  title text not null,
  url text,
  image_url text,
  categories text[] not null default '{}',
  tags text[] not null default '{}',
  price_minor bigint,
  currency text,
  is_digital boolean,
  is_available boolean not null default true,
  source_updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (store_id, connection_id, external_id)
);

-- What each customer has brought, per currency; kept by core's applyContributionChange.
create table customer_value (
  store_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  order_count integer not null,
  gross_minor bigint not null,
  refunded_minor bigint not null,
  discounted_order_count integer not null,
  purchased_at timestamptz[] not null,
  primary key (store_id, customer_id, currency),
  foreign key (store_id, customer_id) references customer (store_id, id) on delete cascade
);

call secure_table('customer');
call secure_table('customer_identity');
call secure_table('orders');
call secure_table('tombstone');
call secure_table('erased_identity');
call secure_table('product');
call secure_table('customer_value');

-- The room's door for rules over customers: one row a customer, in the store's own currency.
create view customer_facts with (security_invoker = true) as
select
  c.store_id,
  c.id as customer_id,
  coalesce(v.order_count, 0) as order_count,
  coalesce(v.gross_minor - v.refunded_minor, 0) as net_spent_minor,
  case when v.order_count > 0 then (v.gross_minor - v.refunded_minor)::double precision / v.order_count end as average_order_minor,
  coalesce(v.discounted_order_count, 0) as discounted_order_count,
  c.country,
  v.purchased_at[1] as first_purchase_at,
  v.purchased_at[array_length(v.purchased_at, 1)] as last_purchase_at
from customer c
join store s on s.id = c.store_id
left join customer_value v on v.store_id = c.store_id and v.customer_id = c.id and v.currency = s.currency
where c.erased_at is null;

-- What each customer has bought: one row a purchase, with its products and their categories in lower case.
create view customer_purchased with (security_invoker = true) as
select o.store_id, o.customer_id, o.id as order_id, o.product_external_ids, o.categories
from orders o
where o.customer_id is not null and o.deleted_at is null and not o.is_test
  and o.status in ('paid', 'fulfilled', 'partially_refunded');

grant select on customer_facts, customer_purchased to regulars_app;
