import type { CovariateFit } from './covariate-fit.ts';

/** A customer's labels by the covariates' names. */
export type CustomerLabels = Readonly<Record<string, string | null>>;

/** The logarithms of what customers with these labels buy, and drop out, beside the average customer. */
function addEffects(fit: CovariateFit, labels: CustomerLabels): { purchaseRate: number; dropOut: number } {
  let purchaseRate = 0;
  let dropOut = 0;
  for (const { name, effects } of fit.covariates) {
    const own = labels[name] ?? null;
    const effect = effects.find(({ label }) => label === own) ?? effects.find(({ label }) => label === null);
    purchaseRate += effect?.logPurchaseRate ?? 0;
    dropOut += effect?.logDropOut ?? 0;
  }
  return { purchaseRate, dropOut };
}

/** Of each parameter's logarithm: what it changes by with the logarithms of the purchase rate and of the drop-out. */
export interface EffectDirections {
  readonly purchaseRate: readonly number[];
  readonly dropOut: readonly number[];
}

/**
 * A rate e^γ times as high is an α that is e^γ times as small. Drop-out e^η times as fast is a β that is e^η times as small
 * (Pareto/NBD), or odds a : b that are e^η times as high, with as much believed of them as before.
 */
export function getEffectDirections(parameterNames: readonly string[]): EffectDirections {
  const halves: Readonly<Record<string, number>> = parameterNames.includes('a') ? { a: 0.5, b: -0.5 } : { beta: -1 };
  return {
    purchaseRate: parameterNames.map((name) => (name === 'alpha' ? -1 : 0)),
    dropOut: parameterNames.map((name) => halves[name] ?? 0),
  };
}

/** The parameters of customers with these labels. */
export function toLabelParameters(
  fit: CovariateFit | null,
  parameterNames: readonly string[],
  parameters: readonly number[],
  labels: CustomerLabels | undefined,
): readonly number[] {
  if (fit === null || labels === undefined) return parameters;
  const { purchaseRate, dropOut } = addEffects(fit, labels);
  const directions = getEffectDirections(parameterNames);
  return parameters.map(
    (value, which) =>
      value * Math.exp(purchaseRate * directions.purchaseRate[which]! + dropOut * directions.dropOut[which]!),
  );
}
