-- What this database is for. A demo moves its clock as it likes: it must never be taken for a real instance, nor the other way round.
create table instance (
  is_only boolean primary key default true check (is_only),
  kind text not null check (kind in ('real', 'demo')),
  created_at timestamptz not null default now()
);
-- Whoever has stores already is no demo.
insert into instance (kind) select 'real' where exists (select from store);

grant select, insert on instance to regulars_app;
