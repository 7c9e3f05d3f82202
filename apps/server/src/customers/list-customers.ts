import { sql, type RawBuilder } from 'kysely';
import { toInstant, toIsoString, type CustomerId, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { CustomerAnswer } from './answers.ts';
import {
  allOf,
  toPersonConditions,
  toValueConditions,
  type CustomerFilter,
  type CustomerScope,
} from './customer-filter.ts';
import { customerColumns, toCustomerAnswer, type CustomerRow } from './to-customer-answer.ts';

export const customerSorts = ['newest', 'value', 'lastOrder', 'orders', 'predictedValue', 'probabilityAlive'] as const;
export type CustomerSort = (typeof customerSorts)[number];

/**
 * Where a page ended: at a buyer, by what the list is sorted by, or at somebody who never bought, by when they became
 * known. Times are milliseconds.
 */
export type CustomerPosition = readonly [among: 'buyers' | 'others', key: number, id: string];

export type SortDirection = 'descending' | 'ascending';

export interface CustomerListing {
  readonly filter: CustomerFilter;
  readonly sort: CustomerSort;
  /** Of the buyers; who never bought comes after them either way. */
  readonly direction: SortDirection;
  readonly after: CustomerPosition | null;
  readonly limit: number;
}

export interface ListedCustomer {
  readonly customer: CustomerAnswer;
  readonly position: CustomerPosition;
}

/**
 * The store's customers. Sorted by value, last order or orders, those who bought in the store's currency come first, each
 * page from an index; then the others, the newest first. Counted up from the fewest orders or the least value, the others,
 * who have none, come before them; of whom nothing is foreseen come last either way.
 */
export async function listCustomers(
  tx: Tx,
  scope: CustomerScope,
  { filter, sort, direction, after, limit }: CustomerListing,
): Promise<readonly ListedCustomer[]> {
  if (sort === 'newest') return await listOthers(tx, scope, filter, { who: 'everybody', after, limit });
  const isForeseen = sort === 'predictedValue' || sort === 'probabilityAlive';
  const groups = {
    buyers: (from: CustomerPosition | null, room: number) =>
      listBuyers(tx, scope, filter, { sort, direction, after: from, limit: room }),
    others: (from: CustomerPosition | null, room: number) =>
      listOthers(tx, scope, filter, { who: isForeseen ? 'notForeseen' : 'notBuyers', after: from, limit: room }),
  };
  const [first, second] =
    direction === 'ascending' && sort !== 'lastOrder' && !isForeseen
      ? (['others', 'buyers'] as const)
      : (['buyers', 'others'] as const);
  if (after?.[0] === second) return await groups[second](after, limit);
  const page = await groups[first](after, limit);
  return page.length === limit ? page : [...page, ...(await groups[second](null, limit - page.length))];
}

interface SortKey {
  readonly column: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly join: RawBuilder<unknown>;
}

const byForecast = sql`join customer_forecast k on k.store_id = v.store_id and k.customer_id = v.customer_id`;
const keys: Readonly<Record<Exclude<CustomerSort, 'newest'>, SortKey>> = {
  value: { column: sql`v.net_minor`, type: sql`bigint`, join: sql`` },
  lastOrder: { column: sql`v.last_purchase_at`, type: sql`timestamptz`, join: sql`` },
  orders: { column: sql`v.order_count`, type: sql`bigint`, join: sql`` },
  predictedValue: { column: sql`k.value_minor`, type: sql`bigint`, join: byForecast },
  probabilityAlive: { column: sql`k.probability_alive`, type: sql`double precision`, join: byForecast },
};

type KeyedRow = CustomerRow & { readonly key: number };

async function listBuyers(
  tx: Tx,
  scope: CustomerScope,
  filter: CustomerFilter,
  page: Pick<CustomerListing, 'direction' | 'after' | 'limit'> & { readonly sort: Exclude<CustomerSort, 'newest'> },
): Promise<readonly ListedCustomer[]> {
  const { storeId, currency } = scope;
  const { column: key, type, join } = keys[page.sort];
  const [order, beyond] = page.direction === 'descending' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const asked = toPersonConditions(filter, scope);
  // Found first and all at once: a rare name would else be looked for customer by customer, down the whole index.
  const people =
    asked.length === 0
      ? sql``
      : sql`with people as materialized (select c.id from customer c where c.store_id = ${storeId} and ${allOf(asked)})`;
  const conditions = [
    sql`v.store_id = ${storeId} and v.currency = ${currency} and v.order_count > 0`,
    ...toValueConditions(filter),
    ...(asked.length === 0 ? [] : [sql`v.customer_id in (select id from people)`]),
    ...(page.after === null
      ? []
      : [
          sql`(${key}, v.customer_id) ${beyond} (${keyValue(page.sort, page.after[1])}::${type}, ${page.after[2]}::uuid)`,
        ]),
  ];
  const { rows } = await sql<KeyedRow>`
    ${people}
    select ${customerColumns}, ${key} as key
    from customer_value v join customer c on c.store_id = v.store_id and c.id = v.customer_id ${join}
    where ${allOf(conditions)}
    order by ${key} ${order}, v.customer_id ${order} limit ${page.limit}`.execute(tx);
  return rows.map(({ key: at, ...row }) => ({ customer: toCustomerAnswer(row), position: ['buyers', at, row.id] }));
}

function keyValue(sort: CustomerSort, key: number): string | number {
  return sort === 'lastOrder' ? toIsoString(toInstant(key)) : key;
}

/** Who stands in no index by which a list is sorted. A buyer is not foreseen for the moment it takes to score them. */
const others = {
  everybody: sql`true`,
  notBuyers: sql`coalesce(v.order_count, 0) = 0`,
  notForeseen: sql`not exists (select from customer_forecast k where k.store_id = c.store_id and k.customer_id = c.id)`,
} as const;

async function listOthers(
  tx: Tx,
  scope: CustomerScope,
  filter: CustomerFilter,
  page: Pick<CustomerListing, 'after' | 'limit'> & { readonly who: keyof typeof others },
): Promise<readonly ListedCustomer[]> {
  const { storeId, currency } = scope;
  const asked = toValueConditions(filter);
  const conditions = [
    sql`c.store_id = ${storeId}`,
    ...toPersonConditions(filter, scope),
    ...asked,
    others[page.who],
    ...(page.after === null
      ? []
      : [sql`(c.created_at, c.id) < (${toIsoString(toInstant(page.after[1]))}::timestamptz, ${page.after[2]}::uuid)`]),
  ];
  const { rows } = await sql<CustomerRow>`
    select ${customerColumns}
    from customer c left join customer_value v on v.store_id = c.store_id and v.customer_id = c.id and v.currency = ${currency}
    where ${allOf(conditions)}
    order by c.created_at desc, c.id desc limit ${page.limit}`.execute(tx);
  return rows.map((row) => ({ customer: toCustomerAnswer(row), position: ['others', row.createdAt, row.id] }));
}

/** How many customers the filter takes in, whatever the page. */
export async function countCustomers(tx: Tx, scope: CustomerScope, filter: CustomerFilter): Promise<number> {
  const { storeId, currency } = scope;
  const ofValue = toValueConditions(filter);
  const value =
    ofValue.length === 0
      ? sql``
      : sql`join customer_value v on v.store_id = c.store_id and v.customer_id = c.id and v.currency = ${currency}`;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from customer c ${value}
    where ${allOf([sql`c.store_id = ${storeId}`, ...toPersonConditions(filter, scope), ...ofValue])}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function findCustomer(tx: Tx, storeId: StoreId, customerId: CustomerId): Promise<CustomerAnswer | null> {
  const { rows } = await sql<CustomerRow>`
    select ${customerColumns} from customer c where c.store_id = ${storeId} and c.id = ${customerId}`.execute(tx);
  return rows[0] === undefined ? null : toCustomerAnswer(rows[0]);
}
