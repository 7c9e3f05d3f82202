import type { Instant } from '@regulars/core/shared';
import { toStoreIdentity } from './archetypes/store-identity.ts';
import type { SimulatedAgency } from './simulated-agency.ts';
import { simulateStore } from './simulate-store.ts';

export interface AgencySimulation {
  readonly seed: number;
  readonly stores: number;
  /** How many come to each store between `from` and `until`. */
  readonly customersPerStore: number;
  readonly from: Instant;
  readonly until: Instant;
  /** When given, life goes on until then and others come; what happened before `until` stays the same. */
  readonly continueUntil?: Instant;
}

/**
 * An agency with its stores, made of a seed: the same arguments give the same agency to the byte. More stores, more
 * customers or a later `continueUntil` add to it and change nothing of what was there.
 *
 * @throws RangeError when a number is negative or broken, or a time ends before it begins; it names which.
 * @example
 * ```ts
 * const { stores } = simulateAgency({ seed: 1, stores: 3, customersPerStore: 300, from, until });
 * stores[0].happenings[0].order.number; // 'KK-194-1'
 * ```
 */
export function simulateAgency(simulation: AgencySimulation): SimulatedAgency {
  const { seed, customersPerStore, from, until, continueUntil = until } = simulation;
  requireCount('stores', simulation.stores);
  requireCount('customersPerStore', customersPerStore);
  if (until <= from) throw new RangeError('until must be later than from.');
  if (continueUntil < until) throw new RangeError('continueUntil must not be before until.');
  const stores = Array.from({ length: simulation.stores }, (_, index) =>
    simulateStore(toStoreIdentity(index), { seed, customers: customersPerStore, from, until, end: continueUntil }),
  );
  return { stores };
}

function requireCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} must be a whole number, zero or more.`);
}
