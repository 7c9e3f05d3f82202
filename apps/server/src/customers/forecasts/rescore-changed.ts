import type { CustomerId, Instant, StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';
import { claimEvents, type CustomerEvents } from '../../foundation/events/claim-events.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import type { Buyer } from './buyer.ts';
import { findBuyers } from './find-buyers.ts';
import { lockForecasts, removeForecasts, saveForecasts } from './forecast-repository.ts';
import type { ModelShelf } from './model-shelf.ts';
import { countNewPurchases } from './model-repository.ts';
import { scoreBuyers } from './score-buyers.ts';
import { readStoreDay } from './store-day.ts';

const batchSize = 500;

export interface RescoreDeps {
  readonly database: Database;
  readonly models: ModelShelf;
}

/**
 * Scores one batch of customers anew to whose orders something happened, and tells it of those of whom something else is
 * foreseen now.
 *
 * @returns how many customers were looked at.
 */
export async function rescoreChanged({ database, models }: RescoreDeps, storeId: StoreId): Promise<number> {
  await models.ensure(storeId);
  return await database.withStore(storeId, async (tx, now) => {
    const claimed = await claimEvents(tx, storeId, 'customers', batchSize);
    if (claimed.length === 0) return 0;
    const changed = await rescore(
      tx,
      storeId,
      claimed.map(({ customerId }) => customerId),
      models,
    );
    await appendEvents(
      tx,
      storeId,
      claimed
        .filter(({ customerId }) => changed.customerIds.has(customerId))
        .map((customer) => ({
          customerId: customer.customerId,
          kind: 'forecastChanged',
          at: lastAt(customer, now),
          data: {},
        })),
    );
    await countNewPurchases(tx, storeId, changed.newPurchases);
    return claimed.length;
  });
}

interface Changed {
  readonly customerIds: ReadonlySet<CustomerId>;
  readonly newPurchases: number;
}

async function rescore(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
  models: ModelShelf,
): Promise<Changed> {
  const before = await lockForecasts(tx, storeId, customerIds);
  const buyers = await findBuyers(tx, storeId, customerIds);
  const buyerIds = new Set(buyers.map(({ customerId }) => customerId));
  const saved = buyers.length === 0 ? [] : await saveForecasts(tx, storeId, await score(tx, storeId, buyers, models));
  const removed = await removeForecasts(
    tx,
    storeId,
    before.map(({ customerId }) => customerId).filter((id) => !buyerIds.has(id)),
  );
  const count = (some: readonly { readonly days: readonly number[] }[]) =>
    some.reduce((sum, { days }) => sum + days.length, 0);
  return {
    customerIds: new Set([...saved, ...removed]),
    newPurchases: Math.max(0, count(buyers) - count(before)),
  };
}

async function score(tx: Tx, storeId: StoreId, buyers: readonly Buyer[], models: ModelShelf) {
  const day = await readStoreDay(tx, storeId);
  const shelved = await models.find(tx, storeId);
  if (shelved === null) throw new Error('The store had no buyers a moment ago; the batch is to be tried again.');
  return scoreBuyers(shelved, buyers, day);
}

/** When the last of what happened did. A platform's clock may run ahead; nothing happened later than now. */
function lastAt({ events }: CustomerEvents, now: Instant): Instant {
  const last = events.reduce<Instant>((latest, { at }) => (at > latest ? at : latest), 0 as Instant);
  return last < now ? last : now;
}
