import type { StorePurchases } from '../histories/store-purchases.ts';
import type { CovariateFit } from './covariate-fit.ts';
import type { CustomerLabels } from './to-label-parameters.ts';

/** Customers who have the same labels, as far as the fit knows them. */
export interface LabelGroup {
  readonly labels: CustomerLabels;
  /** Null when it is all of them. */
  readonly rows: Int32Array | null;
}

export function groupByLabels(
  fit: CovariateFit | null,
  labels: StorePurchases['labels'],
  size: number,
): readonly LabelGroup[] {
  const names = fit === null ? [] : fit.covariates.map(({ name }) => name).filter((name) => labels?.[name]);
  if (labels === undefined || names.length === 0) return [{ labels: {}, rows: null }];
  const known = new Map(fit?.covariates.map(({ name, effects }) => [name, new Set(effects.map(({ label }) => label))]));
  const groups = new Map<string, { labels: CustomerLabels; rows: number[] }>();
  for (let row = 0; row < size; row += 1) {
    const values = names.map((name) => {
      const label = labels[name]?.[row] ?? null;
      return known.get(name)?.has(label) ? label : null;
    });
    const key = JSON.stringify(values);
    let group = groups.get(key);
    if (group === undefined) {
      group = { labels: Object.fromEntries(names.map((name, place) => [name, values[place] ?? null])), rows: [] };
      groups.set(key, group);
    }
    group.rows.push(row);
  }
  return [...groups.values()].map(({ labels, rows }) => ({ labels, rows: Int32Array.from(rows) }));
}
