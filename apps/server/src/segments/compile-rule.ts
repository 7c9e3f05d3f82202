import { sql, type RawBuilder } from 'kysely';
import { assertNever } from '@regulars/core/shared';
import type { SegmentLeaf, SegmentRule } from '@regulars/core/segments';

/**
 * The rule as SQL over `customer_facts f`, equal to core's `evaluate` for every customer. Values are parameters, never
 * text; an unknown fact makes false, never null, so that `not` means in SQL what it means in core.
 *
 * @example
 * ```ts
 * sql`select customer_id from customer_facts f where f.store_id = ${storeId} and ${compileRule(rule)}`.execute(tx);
 * ```
 */
export function compileRule(rule: SegmentRule): RawBuilder<boolean> {
  if ('all' in rule) return sql`(${sql.join(rule.all.map(compileRule), sql` and `)})`;
  if ('any' in rule) return sql`(${sql.join(rule.any.map(compileRule), sql` or `)})`;
  if ('not' in rule) return sql`(not ${compileRule(rule.not)})`;
  return compileLeaf(rule);
}

const numberColumns = {
  orderCount: sql.ref('f.order_count'),
  discountedOrderCount: sql.ref('f.discounted_order_count'),
  netSpentMinor: sql.ref('f.net_spent_minor'),
  averageOrderMinor: sql.ref('f.average_order_minor'),
  firstPurchaseDaysAgo: sql.ref('f.first_purchase_days_ago'),
  lastPurchaseDaysAgo: sql.ref('f.last_purchase_days_ago'),
} as const;

const timeColumns = {
  firstPurchaseAt: sql.ref('f.first_purchase_at'),
  lastPurchaseAt: sql.ref('f.last_purchase_at'),
} as const;

const foreseenColumns = {
  probabilityAlive: sql.ref('o.probability_alive'),
  predictedValueMinor: sql.ref('o.predicted_value_minor'),
} as const;

const operators = {
  equals: sql`=`,
  atLeast: sql`>=`,
  atMost: sql`<=`,
  moreThan: sql`>`,
  lessThan: sql`<`,
  before: sql`<`,
  onOrAfter: sql`>=`,
} as const;

function compileLeaf(leaf: SegmentLeaf): RawBuilder<boolean> {
  switch (leaf.field) {
    case 'orderCount':
    case 'discountedOrderCount':
    case 'netSpentMinor':
    case 'averageOrderMinor':
    case 'firstPurchaseDaysAgo':
    case 'lastPurchaseDaysAgo':
      return sql`coalesce(${numberColumns[leaf.field]} ${operators[leaf.is]} ${leaf.value}::double precision, false)`;
    case 'firstPurchaseAt':
    case 'lastPurchaseAt':
      return sql`coalesce(${timeColumns[leaf.field]} ${operators[leaf.is]} ${leaf.value}::timestamptz, false)`;
    case 'discountOnly':
      return sql`((f.order_count > 0 and f.discounted_order_count >= f.order_count) = ${leaf.value}::boolean)`;
    case 'country':
      return leaf.is === 'oneOf'
        ? sql`coalesce(f.country = any(${leaf.value}::text[]), false)`
        : sql`coalesce(f.country <> all(${leaf.value}::text[]), false)`;
    case 'boughtProduct':
      return compileBought(sql.ref('p.product_external_ids'), leaf);
    case 'boughtCategory':
      return compileBought(sql.ref('p.categories'), leaf);
    case 'probabilityAlive':
    case 'predictedValueMinor':
      return compileForeseen(sql`${foreseenColumns[leaf.field]} ${operators[leaf.is]} ${leaf.value}::double precision`);
    case 'nextPurchaseInDays':
      return compileForeseen(
        leaf.is === 'within'
          ? sql`o.next_purchase_in_days between 0 and ${leaf.value}::integer`
          : sql`o.next_purchase_in_days <= -greatest(${leaf.value}::integer, 1)`,
      );
    default:
      return assertNever(leaf);
  }
}

/** Uncorrelated, as purchases are: customers of whom nothing is foreseen answer no. */
function compileForeseen(condition: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`((f.store_id, f.customer_id) in (select o.store_id, o.customer_id from customer_outlook o where ${condition}))`;
}

/** Uncorrelated, so that Postgres looks the purchases up once for all customers and not once for each. */
function compileBought(
  column: RawBuilder<unknown>,
  { is, value }: { readonly is: 'anyOf' | 'allOf' | 'noneOf'; readonly value: readonly string[] },
): RawBuilder<boolean> {
  const boughtAny = sql<boolean>`(f.store_id, f.customer_id) in (
    select p.store_id, p.customer_id from customer_purchased p where ${column} && ${value}::text[])`;
  switch (is) {
    case 'anyOf':
      return sql`(${boughtAny})`;
    case 'noneOf':
      return sql`(not ${boughtAny})`;
    case 'allOf':
      return sql`((f.store_id, f.customer_id) in (
        select p.store_id, p.customer_id from customer_purchased p cross join unnest(${column}) as bought (value)
        where bought.value = any(${value}::text[])
        group by p.store_id, p.customer_id
        having count(distinct bought.value) = ${new Set(value).size}::integer))`;
    default:
      return assertNever(is);
  }
}
