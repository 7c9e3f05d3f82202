import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { CustomerFacts, SegmentRule } from '@regulars/core/segments';
import type { Tx } from '../foundation/database/database.ts';

/** Whether a rule asks what was bought; most do not, and then nobody's purchases need to be read. */
export function asksForPurchases(rule: SegmentRule): boolean {
  if ('all' in rule) return rule.all.some(asksForPurchases);
  if ('any' in rule) return rule.any.some(asksForPurchases);
  if ('not' in rule) return asksForPurchases(rule.not);
  return rule.field === 'boughtProduct' || rule.field === 'boughtCategory';
}

type Row = Omit<CustomerFacts, 'productExternalIds' | 'categories'> & { readonly customerId: CustomerId };

/** What these customers are, in one statement, and in a second what they bought if any of `rules` asks for it. Erased customers are left out. */
export async function loadFacts(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
  rules: readonly SegmentRule[],
): Promise<ReadonlyMap<CustomerId, CustomerFacts>> {
  const purchases = rules.some(asksForPurchases)
    ? await loadPurchases(tx, storeId, customerIds)
    : new Map<CustomerId, Purchases>();
  const { rows } = await sql<Row>`
    select customer_id as "customerId", order_count as "orderCount", net_spent_minor as "netSpentMinor",
           average_order_minor as "averageOrderMinor", discounted_order_count as "discountedOrderCount", country,
           first_purchase_at as "firstPurchaseAt", last_purchase_at as "lastPurchaseAt"
    from customer_facts
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])
  `.execute(tx);
  return new Map(
    rows.map(({ customerId, ...facts }) => [customerId, { ...facts, ...(purchases.get(customerId) ?? noPurchases) }]),
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
