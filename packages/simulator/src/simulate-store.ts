import type { Instant } from '@regulars/core/shared';
import { drawOrders } from './orders/draw-orders.ts';
import { drawPurchaseTimes } from './orders/purchase-times.ts';
import { drawArrivals } from './people/draw-arrivals.ts';
import { drawCustomer } from './people/draw-customer.ts';
import type { SimulatedStore, StoreIdentity } from './simulated-agency.ts';
import type { SimulatedCustomer } from './simulated-customer.ts';
import type { Happening } from './simulated-order.ts';
import { createStoreWorld } from './store-world.ts';

export interface StoreSimulation {
  readonly seed: number;
  readonly customers: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Until when it goes on after the first `customers` have come; new ones come then, too. */
  readonly end: Instant;
}

/** One store, with everybody who came and everything that happened. */
export function simulateStore(identity: StoreIdentity, simulation: StoreSimulation): SimulatedStore {
  const { seed, from, until, end } = simulation;
  const world = createStoreWorld(identity, seed, from, end);
  const customers: SimulatedCustomer[] = [];
  const happenings: Happening[] = [];
  for (const [index, comesAt] of drawArrivals(world, simulation.customers, until).entries()) {
    const newcomer = drawCustomer(world, index, comesAt, customers);
    const random = world.random.fork(index);
    const { rhythm, purchases } = drawPurchaseTimes(world, random.fork('rhythm'), newcomer.arrivedAt);
    const customer: SimulatedCustomer = { ...newcomer, rhythm };
    customers.push(customer);
    for (const happening of drawOrders(world, customer, purchases, random.fork('orders'))) happenings.push(happening);
  }
  happenings.sort((a, b) => a.at - b.at);
  return { ...identity, seed, products: [...world.products.values()], customers, happenings };
}
