import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { Buyer } from './buyer.ts';
import type { Forecast } from './score-buyers.ts';

/** A buyer with what is foreseen of them. */
export type ScoredBuyer = Buyer & Forecast;

/**
 * Writes what is foreseen of these buyers, in one statement, in the order of customers, as every batch does.
 *
 * @returns those of whom something is foreseen that was not before.
 */
export async function saveForecasts(
  tx: Tx,
  storeId: StoreId,
  scored: readonly ScoredBuyer[],
): Promise<readonly CustomerId[]> {
  if (scored.length === 0) return [];
  const column = <Name extends keyof ScoredBuyer>(name: Name) => scored.map((buyer) => buyer[name]);
  const { rows } = await sql<{ customerId: CustomerId }>`
    insert into customer_forecast as f (store_id, customer_id, days, amounts_minor, probability_alive,
                                        purchases_expected, spend_minor, value_minor, due_day)
    select ${storeId}::uuid, customer_id, days::integer[], amounts_minor::bigint[], probability_alive,
           purchases_expected, spend_minor, value_minor, due_day
    from unnest(
      ${column('customerId')}::uuid[], ${scored.map(({ days }) => `{${days.join(',')}}`)}::text[],
      ${scored.map(({ amountsMinor }) => `{${amountsMinor.join(',')}}`)}::text[], ${column('probabilityAlive')}::float8[],
      ${column('purchasesExpected')}::float8[], ${column('spendMinor')}::bigint[], ${column('valueMinor')}::bigint[],
      ${column('dueDay')}::integer[]
    ) as given (customer_id, days, amounts_minor, probability_alive, purchases_expected, spend_minor,
                value_minor, due_day)
    order by customer_id
    on conflict (store_id, customer_id) do update set
      days = excluded.days, amounts_minor = excluded.amounts_minor,
      probability_alive = excluded.probability_alive, purchases_expected = excluded.purchases_expected,
      spend_minor = excluded.spend_minor, value_minor = excluded.value_minor, due_day = excluded.due_day
    where (f.days, f.amounts_minor, f.probability_alive, f.value_minor, f.due_day)
      is distinct from (excluded.days, excluded.amounts_minor, excluded.probability_alive,
                        excluded.value_minor, excluded.due_day)
    returning customer_id as "customerId"
  `.execute(tx);
  return rows.map(({ customerId }) => customerId);
}

/** @returns those of whom something was foreseen. */
export async function removeForecasts(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<readonly CustomerId[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<{ customerId: CustomerId }>`
    delete from customer_forecast where store_id = ${storeId} and customer_id = any (${customerIds}::uuid[])
    returning customer_id as "customerId"`.execute(tx);
  return rows.map(({ customerId }) => customerId);
}

/** Whoever bought in the store's currency, after a customer, in the order of their ids. */
export async function listBuyerIdsAfter(
  tx: Tx,
  storeId: StoreId,
  after: CustomerId | null,
  limit: number,
): Promise<readonly { readonly customerId: CustomerId; readonly isErased: boolean }[]> {
  const { rows } = await sql<{ customerId: CustomerId; isErased: boolean }>`
    select v.customer_id as "customerId", c.erased_at is not null as "isErased"
    from customer_value v join customer c on c.store_id = v.store_id and c.id = v.customer_id
    where v.store_id = ${storeId} and v.currency = (select currency from store where id = ${storeId}) and v.order_count > 0
      and (${after}::uuid is null or v.customer_id > ${after}::uuid)
    order by v.customer_id limit ${limit}`.execute(tx);
  return rows;
}

export async function findForecast(tx: Tx, storeId: StoreId, customerId: CustomerId): Promise<ScoredBuyer | null> {
  const { rows } = await sql<ScoredBuyer>`
    select ${scoredColumns} from customer_forecast where store_id = ${storeId} and customer_id = ${customerId}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** What is foreseen of these customers, held until the transaction ends. */
export async function lockForecasts(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<readonly ScoredBuyer[]> {
  const { rows } = await sql<ScoredBuyer>`
    select ${scoredColumns}
    from customer_forecast
    where store_id = ${storeId} and customer_id = any (${customerIds}::uuid[])
    order by customer_id for update`.execute(tx);
  return rows;
}

/** The next buyers after a customer, in the order of their ids, as far as something is foreseen of them. */
export async function listBuyersAfter(
  tx: Tx,
  storeId: StoreId,
  after: CustomerId | null,
  limit: number,
): Promise<readonly Buyer[]> {
  const { rows } = await sql<Buyer>`
    select ${buyerColumns} from customer_forecast
    where store_id = ${storeId} and (${after}::uuid is null or customer_id > ${after}::uuid)
    order by customer_id limit ${limit}`.execute(tx);
  return rows;
}

/** One buyer in `oneIn`, the same ones every time. */
export async function sampleBuyers(tx: Tx, storeId: StoreId, oneIn: number): Promise<readonly Buyer[]> {
  const { rows } = await sql<Buyer>`
    select ${buyerColumns} from customer_forecast
    where store_id = ${storeId} and mod(abs(hashtext(customer_id::text)::bigint), ${oneIn}) = 0`.execute(tx);
  return rows;
}

const buyerColumns = sql`
  customer_id as "customerId", days, amounts_minor::float8[] as "amountsMinor"`;
const scoredColumns = sql`
  ${buyerColumns}, probability_alive as "probabilityAlive", purchases_expected as "purchasesExpected",
  spend_minor as "spendMinor", value_minor as "valueMinor", due_day as "dueDay"`;
