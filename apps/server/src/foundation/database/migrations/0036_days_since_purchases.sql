-- How many days ago the purchases are that a rule may ask about, by the store's calendar: 0 is today.
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
  v.purchased_at[array_length(v.purchased_at, 1)] as last_purchase_at,
  day_number(clock_now(), s.time_zone) - day_number(v.purchased_at[1], s.time_zone) as first_purchase_days_ago,
  day_number(clock_now(), s.time_zone) - day_number(v.purchased_at[array_length(v.purchased_at, 1)], s.time_zone) as last_purchase_days_ago
from customer c
join store s on s.id = c.store_id
left join customer_value v on v.store_id = c.store_id and v.customer_id = c.id and v.currency = s.currency
where c.erased_at is null;
