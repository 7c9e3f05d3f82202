import type { LabelEffect } from './covariate-fit.ts';

export function describeEffect(
  label: string | null,
  customerCount: number,
  effect: Omit<LabelEffect, 'label' | 'customerCount' | 'message'>,
): LabelEffect {
  const rate = toFactor(effect.logPurchaseRate, effect.logPurchaseRateDeviation);
  const dropOut = toFactor(effect.logDropOut, effect.logDropOutDeviation);
  const message = `${label ?? 'Others'}: customers buy ${rate} as often and leave ${dropOut} as readily as the average customer.`;
  return { label, customerCount, ...effect, message };
}

/** As in '1.3 × (1.1 to 1.5)': the factor with its 95 % interval. */
function toFactor(log: number, deviation: number): string {
  const [factor, low, high] = [log, log - 1.96 * deviation, log + 1.96 * deviation].map((value) =>
    Math.exp(value).toFixed(2),
  );
  return `${factor} × (${low} to ${high})`;
}
