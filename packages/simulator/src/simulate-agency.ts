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
  /** When given, life goes on until then; what happened before `until` stays the same. */
  readonly continueUntil?: Instant;
}

/** An agency with its stores, made of a seed: the same arguments give the same agency to the byte. */
export function simulateAgency(simulation: AgencySimulation): SimulatedAgency {
  const { seed, customersPerStore, from, until, continueUntil = until } = simulation;
  const stores = Array.from({ length: simulation.stores }, (_, index) =>
    simulateStore(toStoreIdentity(index), { seed, customers: customersPerStore, from, until, end: continueUntil }),
  );
  return { stores };
}
