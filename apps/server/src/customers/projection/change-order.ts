import type { OrderFacts } from '@regulars/core/commerce';
import type { CustomerId, Instant } from '@regulars/core/shared';
import { applyContributionChange, contributionOf, emptyValue, type Contribution } from '@regulars/core/value';
import { tellChange } from './resolve-customer.ts';
import type { StatementContext } from './statement.ts';
import { takeUntold, type Transition } from './transitions.ts';
import { externalKey, type OrderState, type World } from './world.ts';

export interface OrderChange {
  readonly transitions: readonly Transition[];
  readonly context: Pick<StatementContext, 'source' | 'newsFrom'>;
  /** Left out where the change says nothing about it. */
  readonly deletedAt?: Instant | null;
}

/**
 * Puts an order's next state into the world: moves its contribution in its customer's value and tells what happened.
 * Test orders and orders of nobody or of erased customers tell nothing.
 *
 * @returns whether anything is different from before.
 */
export function changeOrder(
  world: World,
  key: string,
  next: OrderState,
  before: OrderState | null,
  change: OrderChange,
): boolean {
  const deletedAt = change.deletedAt === undefined ? next.deletedAt : change.deletedAt;
  const order: OrderState = { ...next, deletedAt };
  const gone: readonly Transition[] =
    deletedAt === null ? [] : [{ key: 'cancelled', kind: 'orderCancelled', at: deletedAt }];
  const isTold =
    order.customerId !== null && !order.model.isTest && world.customers.get(order.customerId)?.erasedAt === null;
  const { untold, told } = isTold
    ? takeUntold(order.told, [...change.transitions, ...gone])
    : { untold: [], told: order.told };

  const isSameState = next === before && deletedAt === before.deletedAt;
  if (isSameState && told.length === order.told.length) return false;
  order.told = told;
  world.orders.set(key, order);
  world.changed.orders.add(key);
  if (!isSameState) moveContribution(world, before, order);
  if (!isTold || order.customerId === null) return true;

  for (const { kind, at } of untold) {
    world.events.push({
      customerId: order.customerId,
      kind,
      at,
      data: toFacts(world, order, isPast(change.context, at)),
    });
  }
  if (untold.length === 0 && !isSameState) {
    world.events.push({
      customerId: order.customerId,
      kind: 'orderChanged',
      at: order.model.updatedAt,
      data: toFacts(world, order, isPast(change.context, order.model.updatedAt)),
    });
  }
  return true;
}

function contributionIn(order: OrderState | null): Contribution | null {
  return order === null || order.customerId === null || order.deletedAt !== null ? null : contributionOf(order.model);
}

function moveContribution(world: World, before: OrderState | null, after: OrderState): void {
  const removed = contributionIn(before);
  const added = contributionIn(after);
  if (removed !== null && before?.customerId) changeValue(world, before.customerId, removed, null);
  const loser =
    before?.customerId && before.customerId !== after.customerId ? world.customers.get(before.customerId) : undefined;
  if (loser !== undefined) tellChange(world, loser, after.model.updatedAt);
  if (added !== null && after.customerId !== null) changeValue(world, after.customerId, null, added);
}

function changeValue(
  world: World,
  customerId: CustomerId,
  removed: Contribution | null,
  added: Contribution | null,
): void {
  const customer = world.customers.get(customerId);
  const currency = (added ?? removed)?.currency;
  if (customer === undefined || currency === undefined)
    throw new Error('An order belongs to a customer who was not loaded.');
  const value = customer.values.get(currency) ?? emptyValue(currency);
  customer.values.set(currency, applyContributionChange(value, removed, added));
  world.changed.values.add(customerId);
}

function toFacts(
  world: World,
  { id, customerId, model, deletedAt, connectionId }: OrderState,
  isHistory: boolean,
): OrderFacts {
  const { productExternalIds, categories } = listGoods(world, { connectionId, model });
  return {
    orderId: id,
    externalId: model.externalId,
    number: model.number,
    status: deletedAt === null ? model.status : 'cancelled',
    currency: model.currency,
    grandMinor: model.totals.grandMinor,
    refundedMinor: model.totals.refundedMinor,
    couponCodes: model.couponCodes,
    productExternalIds,
    categories,
    purchaseNumber:
      deletedAt === null && customerId !== null ? countPurchases(world, customerId, contributionOf(model)) : 0,
    isRenewal: model.isRenewal,
    isHistory,
  };
}

function isPast({ source, newsFrom }: OrderChange['context'], at: Instant): boolean {
  return source === 'import' && (newsFrom === undefined || at < newsFrom);
}

function countPurchases(world: World, customerId: CustomerId, contribution: Contribution | null): number {
  const purchasedAt = contribution?.purchasedAt ?? null;
  if (purchasedAt === null) return 0;
  const values = [...(world.customers.get(customerId)?.values.values() ?? [])];
  return values.reduce((count, value) => count + value.purchasedAt.filter((at) => at <= purchasedAt).length, 0);
}

/** An order's products and their categories in lower case: as its lines tell, and as the catalogue does. */
export function listGoods(world: World, { connectionId, model }: Pick<OrderState, 'connectionId' | 'model'>) {
  const productExternalIds = [
    ...new Set(model.lineItems.flatMap(({ productExternalId }) => productExternalId ?? [])),
  ].toSorted();
  const categories = new Set(
    [
      ...model.lineItems.flatMap((line) => line.categories),
      ...productExternalIds.flatMap(
        (id) => world.products.get(externalKey(connectionId, id))?.product.categories ?? [],
      ),
    ].map((category) => category.toLowerCase()),
  );
  return { productExternalIds, categories: [...categories].toSorted() };
}
