import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { explain, type SegmentExplanation, type SegmentRule } from '@regulars/core/segments';
import type { Tx } from '../foundation/database/database.ts';
import { compileRule } from './compile-rule.ts';
import { loadFacts } from './load-facts.ts';

const exampleCount = 5;

/** Whom a rule would take in, if it were saved now. */
export interface RulePreview {
  readonly matching: number;
  readonly customers: number;
  /** Some of those it takes in, who bought last first, each with what decided. */
  readonly examples: readonly (SegmentExplanation & { readonly customerId: CustomerId })[];
}

export async function previewRule(tx: Tx, storeId: StoreId, rule: SegmentRule): Promise<RulePreview> {
  // The rule is asked once, for the count and the examples.
  const { rows } = await sql<{ matching: number; customers: number; ids: CustomerId[] }>`
    with matching as materialized (
      select f.customer_id, f.last_purchase_at from customer_facts f where f.store_id = ${storeId} and ${compileRule(rule)}
    )
    select (select count(*) from matching) as matching,
           (select count(*) from customer_facts f where f.store_id = ${storeId}) as customers,
           array(
             select customer_id from matching order by last_purchase_at desc nulls last, customer_id limit ${exampleCount}
           )::text[] as ids
  `.execute(tx);
  const { ids, ...counts } = rows[0] ?? { matching: 0, customers: 0, ids: [] };
  const facts = await loadFacts(tx, storeId, ids, [rule]);
  return {
    ...counts,
    examples: ids.flatMap((customerId) => {
      const found = facts.get(customerId);
      return found === undefined ? [] : [{ customerId, ...explain(rule, found) }];
    }),
  };
}
