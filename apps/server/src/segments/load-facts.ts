import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import {
  datedFields,
  foreseenFields,
  type CustomerFacts,
  type SegmentLeaf,
  type SegmentRule,
} from '@regulars/core/segments';
import type { Tx } from '../foundation/database/database.ts';

const boughtFields: readonly SegmentLeaf['field'][] = ['boughtProduct', 'boughtCategory'];

/** Whether a rule asks what is foreseen of a customer. */
export function asksForOutlook(rule: SegmentRule): boolean {
  return asksFor(rule, foreseenFields);
}

/** Whether time alone can change the answer to a rule. */
export function changesWithTime(rule: SegmentRule): boolean {
  return asksFor(rule, [...foreseenFields, ...datedFields]);
}

function asksFor(rule: SegmentRule, fields: readonly SegmentLeaf['field'][]): boolean {
  if ('all' in rule) return rule.all.some((part) => asksFor(part, fields));
  if ('any' in rule) return rule.any.some((part) => asksFor(part, fields));
  if ('not' in rule) return asksFor(rule.not, fields);
  return fields.includes(rule.field);
}

type Row = Omit<CustomerFacts, keyof Purchases | keyof Outlook> & { readonly customerId: CustomerId };

/**
 * What these customers are, in one statement; what they bought, and what is foreseen of them, in another each, if any of
 * `rules` asks for it. Erased customers are left out.
 */
export async function loadFacts(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
  rules: readonly SegmentRule[],
): Promise<ReadonlyMap<CustomerId, CustomerFacts>> {
  const purchases = rules.some((rule) => asksFor(rule, boughtFields))
    ? await loadPurchases(tx, storeId, customerIds)
    : new Map<CustomerId, Purchases>();
  const outlooks = rules.some(asksForOutlook)
    ? await loadOutlooks(tx, storeId, customerIds)
    : new Map<CustomerId, Outlook>();
  const { rows } = await sql<Row>`
    select customer_id as "customerId", order_count as "orderCount", net_spent_minor as "netSpentMinor",
           average_order_minor as "averageOrderMinor", discounted_order_count as "discountedOrderCount", country,
           first_purchase_at as "firstPurchaseAt", last_purchase_at as "lastPurchaseAt",
           first_purchase_days_ago as "firstPurchaseDaysAgo", last_purchase_days_ago as "lastPurchaseDaysAgo"
    from customer_facts
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])
  `.execute(tx);
  return new Map(
    rows.map(({ customerId, ...facts }) => [
      customerId,
      { ...facts, ...(purchases.get(customerId) ?? noPurchases), ...(outlooks.get(customerId) ?? noOutlook) },
    ]),
  );
}

type Purchases = Pick<CustomerFacts, 'productExternalIds' | 'categories'>;

const noPurchases: Purchases = { productExternalIds: new Set(), categories: new Set() };

async function loadPurchases(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<Map<CustomerId, Purchases>> {
  const { rows } = await sql<{ customerId: CustomerId; products: string[]; categories: string[] }>`
    select customer_id as "customerId", product_external_ids as products, categories
    from customer_purchased
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])
  `.execute(tx);
  const found = new Map<CustomerId, { productExternalIds: Set<string>; categories: Set<string> }>();
  for (const { customerId, products, categories } of rows) {
    const known = found.get(customerId) ?? { productExternalIds: new Set<string>(), categories: new Set<string>() };
    for (const product of products) known.productExternalIds.add(product);
    for (const category of categories) known.categories.add(category);
    found.set(customerId, known);
  }
  return found;
}

type Outlook = Pick<CustomerFacts, (typeof foreseenFields)[number]>;

const noOutlook: Outlook = { probabilityAlive: null, predictedValueMinor: null, nextPurchaseInDays: null };

async function loadOutlooks(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<Map<CustomerId, Outlook>> {
  const { rows } = await sql<Outlook & { customerId: CustomerId }>`
    select customer_id as "customerId", probability_alive as "probabilityAlive", predicted_value_minor as "predictedValueMinor",
           next_purchase_in_days as "nextPurchaseInDays"
    from customer_outlook
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])
  `.execute(tx);
  return new Map(rows.map(({ customerId, ...outlook }) => [customerId, outlook]));
}
