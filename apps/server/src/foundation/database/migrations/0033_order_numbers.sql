-- Orders are found by the beginning of their number, letter by letter whatever the database's own collation. Comparing
-- texts is leakproof, so that the index serves beneath row-level security too.
create index orders_by_number on orders (store_id, number collate "C");
