import type { SimulatedOrder } from '../simulated-order.ts';

/** What somebody got by an order for themselves: product ids. A present is not theirs. */
export function boughtProducts({ lineItems, attributes }: SimulatedOrder): readonly string[] {
  return attributes['gift'] === undefined ? lineItems.flatMap(({ productExternalId }) => productExternalId ?? []) : [];
}
