import { logScaleNodes } from '../../../numeric/log-scale-nodes.ts';
import type { ParetoCustomer } from './pareto-customer.ts';

/** ∫₀ᵗ f(u) du ≈ Σ weight · f(time). */
export interface TimesUntil {
  readonly time: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Where to look at what happens to a customer until t, who may buy or leave within a tiny part of it: even steps of
 * v = ln u/(t − u), so that both ends are approached over all scales.
 */
export function timesUntil(t: number, { r, alpha, s, beta }: ParetoCustomer, step: number): TimesUntil {
  const low = -Math.log1p(t * ((r + 1) / alpha + (s + 1) / beta));
  const { point, weight } = logScaleNodes({ low, high: 0, decay: 1, step });
  return {
    time: point.map((v) => t / (1 + Math.exp(-v))),
    // du = u (t − u)/t dv
    weight: weight.map((each, index) => (each * t) / ((1 + Math.exp(-point[index]!)) * (1 + Math.exp(point[index]!)))),
  };
}
