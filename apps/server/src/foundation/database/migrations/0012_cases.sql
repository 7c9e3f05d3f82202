-- What customers said back, and what somebody still has to answer.
create table customer_case (
  store_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  -- To the millisecond, because a page's end is told in milliseconds.
  opened_at timestamptz not null default date_trunc('milliseconds', clock_now()),
  closed_at timestamptz,
  -- 'person:<id>' or 'apiKey:<id>'; null while it is open, and after an erasure.
  closed_by text,
  closing_note text,
  primary key (store_id, id)
);
-- Whatever a customer says while a case of theirs is open belongs to that one.
create unique index one_open_case on customer_case (store_id, customer_id) where closed_at is null;
create index case_newest on customer_case (store_id, opened_at, id);
create index case_of_customer on customer_case (store_id, customer_id, opened_at);

-- Never changed once written, but for the words of somebody who is to be forgotten.
create table remark (
  store_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  -- The mail it is about, and what stood above that mail: this room does not know mails.
  message_id uuid not null,
  subject text not null,
  kind text not null check (kind in ('great', 'question', 'problem', 'reply')),
  -- In the customer's own words; null for a click that said no more.
  words text,
  at timestamptz not null,
  -- Null for a remark that needs nobody.
  case_id uuid,
  primary key (store_id, id),
  foreign key (store_id, case_id) references customer_case (store_id, id)
);
create index remark_of_case on remark (store_id, case_id, at, id);
create index remark_of_customer on remark (store_id, customer_id, at);
create index remark_of_message on remark (store_id, message_id, at);

call secure_table('customer_case');
call secure_table('remark');

-- The room's door for whoever holds back while somebody waits for an answer.
create view customer_with_open_case with (security_invoker = true) as
select store_id, customer_id, opened_at from customer_case where closed_at is null;

grant select on customer_with_open_case to regulars_app;
