/** What each customer's first purchase was labelled with: its product, its channel. */
export interface FirstLabels {
  /** A purchase and its label, null when it has none. Purchases may come in any order; of one day, the first to come counts. */
  add(customerIndex: number, day: number, label: string | null): void;
  /** Of the customer's first purchase; null when it had none, or there was no purchase. */
  labelOf(customerIndex: number): string | null;
}

/**
 * Finds out what customers have in common from the start, as cohorts and covariates want it.
 *
 * @example
 * ```ts
 * const products = createFirstLabels();
 * products.add(0, 20_030, 'grinder');
 * products.add(0, 20_000, 'beans');
 * products.labelOf(0); // 'beans'
 * cohortTable(collector, { observedUntilDay, labelOf: products.labelOf });
 * ```
 */
export function createFirstLabels(): FirstLabels {
  const firstDays: number[] = [];
  const labels: (string | null)[] = [];
  return {
    add(customerIndex, day, label) {
      const known = firstDays[customerIndex];
      if (known !== undefined && known <= day) return;
      firstDays[customerIndex] = day;
      labels[customerIndex] = label;
    },
    labelOf: (customerIndex) => labels[customerIndex] ?? null,
  };
}
