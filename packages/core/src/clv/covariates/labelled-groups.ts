import { pickHistories } from '../histories/pick-histories.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { StorePurchases } from '../histories/store-purchases.ts';

/** A covariate and those of its labels that enough customers have; null stands for all others, and for none. */
export interface KnownLabels {
  readonly name: string;
  readonly labels: readonly (string | null)[];
  readonly customerCounts: readonly number[];
}

/** Customers who have the same labels of all covariates looked at. */
export interface LabelledGroup {
  /** For each covariate the place of the label; −1 where the customer counts as the average. */
  readonly labels: readonly number[];
  readonly histories: PurchaseHistories;
}

const fewestCustomers = 20;
const mostLabels = 12;

/** The most frequent labels; null where there are not two that enough customers have. */
export function findLabels(name: string, column: readonly (string | null)[]): KnownLabels | null {
  const counts = new Map<string, number>();
  for (const label of column) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  const frequent: (readonly [label: string | null, count: number])[] = [...counts]
    .filter(([, count]) => count >= fewestCustomers)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, mostLabels);
  const others = column.length - frequent.reduce((sum, [, count]) => sum + count, 0);
  if (others >= fewestCustomers) frequent.push([null, others]);
  if (frequent.length < 2) return null;
  return { name, labels: frequent.map(([label]) => label), customerCounts: frequent.map(([, count]) => count) };
}

export function groupLabelled(
  histories: PurchaseHistories,
  labels: NonNullable<StorePurchases['labels']>,
  covariates: readonly KnownLabels[],
): readonly LabelledGroup[] {
  const places = covariates.map((known) => new Map(known.labels.map((label, place) => [label, place])));
  const groups = new Map<string, { readonly labels: readonly number[]; readonly rows: number[] }>();
  for (let row = 0; row < histories.size; row += 1) {
    const own = covariates.map(({ name }, which) => {
      const known = places[which];
      return known?.get(labels[name]?.[row] ?? null) ?? known?.get(null) ?? -1;
    });
    const key = own.join();
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { labels: own, rows: [row] });
  }
  return [...groups.values()].map((group) => ({
    labels: group.labels,
    histories: pickHistories(histories, group.rows),
  }));
}
