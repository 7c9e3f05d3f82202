-- Who made a key, or made the key that made it: it goes when they do. Null for those made before this was kept.
alter table api_key add column maker_id text;
create index api_key_maker on api_key (maker_id) where revoked_at is null;
