-- Where the code of a reward is asked for: it is looked for and taken back there, whatever else is connected meanwhile.
-- Null until then, and for rewards from before.
alter table reward add column connection_id uuid;
