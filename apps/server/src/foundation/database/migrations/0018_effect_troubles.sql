-- When an effect ended badly; found without looking at all that went well. A column of its own, because an index that
-- names `state` would keep claiming and marking from updating a row in place.
alter table effect add column trouble_at timestamptz
  generated always as (case when state in ('rejected', 'unknown_final') then settled_at end) stored;
create index effect_trouble on effect (store_id, trouble_at) where trouble_at is not null;
