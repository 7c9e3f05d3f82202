-- Customers are found in every store at once by how their name, last name or address begins: letter by letter whatever
-- the database's own collation, by comparisons that are leakproof, so that the indexes serve beneath row-level security.
alter table customer add column last_name_text text generated always as (to_search_text(last_name)) stored;

create index customer_by_name on customer (store_id, search_text collate "C");
create index customer_by_last_name on customer (store_id, last_name_text collate "C");
create index customer_by_email on customer (store_id, email_key collate "C");
