-- An order's number as it is looked for: without its `#`, and in small letters. A column of its own, because comparing
-- texts is leakproof and `lower` is not: so the index serves beneath row-level security.
alter table orders add column number_text text generated always as (lower(ltrim(number, '#'))) stored;
create index orders_by_number_text on orders (store_id, number_text collate "C");
drop index orders_by_number;
