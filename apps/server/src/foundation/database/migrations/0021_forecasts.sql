-- What is foreseen of each customer, and by which model.
create table value_model (
  store_id uuid primary key,
  -- Counts the store's fits, from 1.
  generation integer not null,
  -- Core's LifetimeModel: parameters and how sure they are; nothing of any customer.
  model jsonb not null,
  -- How right the model would have been about the store's own past; null while there is too little of it.
  evidence jsonb,
  customers integer not null,
  purchases integer not null,
  -- Since then.
  new_purchases integer not null default 0,
  fitted_at timestamptz not null default clock_now(),
  -- When it was last chosen among all models and put to the test; in between, the same one is fitted anew.
  chosen_at timestamptz not null default clock_now(),
  took_ms integer not null
);

-- One row a buyer. The purchases are kept with what they lead to, so that fitting and scoring read one table in order.
create table customer_forecast (
  store_id uuid not null,
  customer_id uuid not null,
  -- The days on which they bought, in the store's zone, since 1970-01-01, ascending; each once.
  days integer[] not null,
  -- What they paid on each of them, refunds taken off.
  amounts_minor bigint[] not null,
  probability_alive double precision not null,
  purchases_expected double precision not null,
  spend_minor bigint not null,
  value_minor bigint not null,
  -- When they made the last purchase, the next one was to be expected about this day.
  due_day integer not null,
  primary key (store_id, customer_id),
  foreign key (store_id, customer_id) references customer (store_id, id) on delete cascade
);
create index customer_forecast_value on customer_forecast (store_id, value_minor, customer_id);
create index customer_forecast_alive on customer_forecast (store_id, probability_alive, customer_id);

-- How far all of a store's customers are scored, by which model and as of which day.
create table forecast_pass (
  store_id uuid primary key,
  -- Counts the passes that were completed.
  number integer not null default 0,
  -- Why the last one was made: time went on, or the model became another one.
  cause text check (cause in ('timePassed', 'modelChanged')),
  generation integer,
  day integer,
  completed_at timestamptz,
  -- The pass that is under way, and the customer it has come to; null when none is.
  running_generation integer,
  running_day integer,
  running_after uuid
);

-- What all of a store's customers are expected to bring, with its uncertainty, added up after a pass.
create table store_outlook (
  store_id uuid primary key,
  pass_number integer not null,
  computed_at timestamptz not null default clock_now(),
  outlook jsonb not null
);

call secure_table('value_model');
call secure_table('customer_forecast');
call secure_table('forecast_pass');
call secure_table('store_outlook');

-- The day it is in a zone, since 1970-01-01.
create function day_number(at timestamptz, zone text) returns integer language sql stable parallel safe as $$
  select (at at time zone zone)::date - date '1970-01-01'
$$;

-- The room's door for rules over what is foreseen: one row a buyer.
create view customer_outlook with (security_invoker = true) as
select
  f.store_id,
  f.customer_id,
  f.probability_alive,
  f.value_minor as predicted_value_minor,
  f.due_day - day_number(clock_now(), s.time_zone) as next_purchase_in_days
from customer_forecast f join store s on s.id = f.store_id;

grant select on customer_outlook to regulars_app;

-- Time alone moves customers too, and so does a store that learned to foresee otherwise.
alter table segment_day drop constraint segment_day_cause_check;
alter table segment_day add constraint segment_day_cause_check
  check (cause in ('customerChanged', 'timePassed', 'modelChanged', 'ruleChanged'));

-- Up to which pass memberships follow what is foreseen.
create table outlook_sweep (
  store_id uuid primary key,
  pass_number integer not null
);
call secure_table('outlook_sweep');

