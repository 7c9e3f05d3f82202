-- What a customer's subscriptions brought, beside the purchases they decided on.
create index orders_renewed on orders (store_id, customer_id, currency)
  include (placed_at, grand_minor, refunded_minor)
  where is_renewal and deleted_at is null and not is_test and status in ('paid', 'fulfilled', 'partially_refunded');

create view customer_renewal with (security_invoker = true) as
select store_id, customer_id, currency, placed_at, grand_minor as gross_minor, least(refunded_minor, grand_minor) as refunded_minor
from orders
where customer_id is not null and is_renewal and deleted_at is null and not is_test
  and status in ('paid', 'fulfilled', 'partially_refunded');
grant select on customer_renewal to regulars_app;

-- As before, but what renewals brought is not divided by the orders, among which they do not count.
create or replace view customer_facts with (security_invoker = true) as
select
  c.store_id,
  c.id as customer_id,
  coalesce(v.order_count, 0) as order_count,
  coalesce(v.gross_minor - v.refunded_minor, 0) as net_spent_minor,
  case when v.order_count > 0 then (v.gross_minor - v.refunded_minor - coalesce((
    select sum(r.gross_minor - r.refunded_minor) from customer_renewal r
    where r.store_id = c.store_id and r.customer_id = c.id and r.currency = s.currency), 0))::double precision / v.order_count end as average_order_minor,
  coalesce(v.discounted_order_count, 0) as discounted_order_count,
  c.country,
  v.purchased_at[1] as first_purchase_at,
  v.purchased_at[array_length(v.purchased_at, 1)] as last_purchase_at
from customer c
join store s on s.id = c.store_id
left join customer_value v on v.store_id = c.store_id and v.customer_id = c.id and v.currency = s.currency
where c.erased_at is null;
