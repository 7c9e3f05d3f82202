import type { PurchaseHistory } from '../../histories/purchase-history.ts';

/**
 * A population, or a customer who is alive: buys at a rate λ ~ Gamma(r, α) and leaves at a rate μ ~ Gamma(s, β).
 *
 * Source: Schmittlein, Morrison & Colombo (1987), "Counting Your Customers", Management Science 33(1), assumptions 1–5.
 */
export interface ParetoCustomer {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * Of a customer with this history who is alive: having bought x times and not left in T tells of λ and μ apart.
 *
 * Source: Fader & Hardie (2005), "A Note on Deriving the Pareto/NBD Model and Related Expressions", §5.
 */
export function ifAlive({ r, alpha, s, beta }: ParetoCustomer, { frequency, age }: PurchaseHistory): ParetoCustomer {
  return { r: r + frequency, alpha: alpha + age, s, beta: beta + age };
}

/** P(alive after another t) = (β / (β + t))ˢ; SMC, "Pareto of the second kind". */
export function probabilityOfStaying({ s, beta }: ParetoCustomer, t: number): number {
  return Math.exp(-s * Math.log1p(t / beta));
}
