import { archetypes } from './archetypes/archetypes.ts';
import { toProducts } from './archetypes/to-products.ts';
import { drawOrders } from './orders/draw-orders.ts';
import { drawPurchaseTimes } from './orders/purchase-times.ts';
import { drawArrivals } from './people/draw-arrivals.ts';
import { drawCustomer } from './people/draw-customer.ts';
import type { SimulatedStore, StoreIdentity } from './simulated-agency.ts';
import type { SimulatedCustomer } from './simulated-customer.ts';
import type { Happening } from './simulated-order.ts';
import { createStoreWorld, type StoreSpan } from './store-world.ts';

export interface StoreSimulation extends StoreSpan {
  readonly seed: number;
  /** How many come between `from` and `until`. */
  readonly customers: number;
}

/**
 * One store, with everybody who came and everything that happened. Customers are made one after the other, each from
 * streams of chance of their own and at most from what those before them are.
 */
export function simulateStore(identity: StoreIdentity, simulation: StoreSimulation): SimulatedStore {
  const { seed, from, until, end } = simulation;
  const products = toProducts(archetypes[identity.archetype], identity, from);
  const world = createStoreWorld(identity, products, seed, { from, until, end });
  const customers: SimulatedCustomer[] = [];
  const happenings: Happening[] = [];
  for (const [index, comesAt] of drawArrivals(world, simulation.customers).entries()) {
    const newcomer = drawCustomer(world, index, comesAt, customers);
    const random = world.random.fork(index);
    const { rhythm, purchases } = drawPurchaseTimes(world, random.fork('rhythm'), newcomer.arrivedAt);
    const customer: SimulatedCustomer = { ...newcomer, rhythm };
    customers.push(customer);
    for (const happening of drawOrders(world, customer, purchases, random.fork('orders'))) happenings.push(happening);
  }
  happenings.sort((a, b) => a.at - b.at);
  return {
    ...identity,
    seed,
    products,
    customers: customers.filter(({ arrivedAt }) => arrivedAt < end),
    happenings,
  };
}
