import type { Random } from '@regulars/core/shared';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { Happening } from '../simulated-order.ts';
import type { StoreWorld } from '../store-world.ts';
import { boughtProducts } from './bought-products.ts';
import { drawOrder } from './draw-order.ts';
import { drawFate, liveOrder } from './live-order.ts';
import type { Purchase } from './purchase-times.ts';

/** Everything that happens to one customer's orders before the simulation ends, ascending. */
export function drawOrders(
  world: StoreWorld,
  customer: SimulatedCustomer,
  purchases: readonly Purchase[],
  random: Random,
): readonly Happening[] {
  const bought = new Set<string>();
  const taste = random.fork('taste');
  const happenings = purchases.flatMap((purchase, index) => {
    const ofOrder = random.fork(index);
    const moment = { label: String(index + 1), isFirst: index === 0, bought, taste, random: ofOrder };
    const placed = drawOrder(world, customer, purchase, moment);
    for (const productId of boughtProducts(placed)) bought.add(productId);
    const life = ofOrder.fork('life');
    const isTaken = customer.fraud === 'refundsAfterReward' && index === 0;
    const fate = isTaken ? 'returned' : drawFate(world.archetype.shares, life);
    return liveOrder(placed, fate, life).filter(({ at }) => at < world.end);
  });
  return happenings.sort((a, b) => a.at - b.at);
}
