-- Of a back-fill: since when those before it have read everything, '-infinity' for all there is. A later one of the last
-- days takes their place, not what they brought.
alter table pull add column covered_from timestamptz;
