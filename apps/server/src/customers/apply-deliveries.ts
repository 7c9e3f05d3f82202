import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Instant, Rejection, Result, StoreId } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Tx } from '../foundation/database/database.ts';
import {
  claimDeliveries,
  forgetBodies,
  keepRejectedParts,
  settleDeliveries,
  type Delivery,
  type DeliveryOutcome,
} from '../intake/door.ts';
import { isOutage } from './is-outage.ts';
import { lockProjection } from './projection/load-world.ts';
import { projectStatements } from './projection/project-statements.ts';
import { readDelivery } from './read-delivery.ts';
import { isTold, readNamed, replaceNamed, type NamedResources, type ReadNamedDeps } from './read-named.ts';
import { toFailure, toOutcome } from './settle-verdicts.ts';

export type ApplyDeliveriesDeps = ReadNamedDeps;

const batchSize = 200;
/** Where deliveries only name things: each of them is a call, and they are made before the batch begins. */
const thinBatchSize = 40;

/**
 * Takes the store's next deliveries into its customers and orders: one batch, one transaction. When the batch breaks,
 * its deliveries are taken one by one, so that the one at fault is set aside and holds up no other.
 *
 * @returns how many deliveries were settled.
 */
export async function applyDeliveries(deps: ApplyDeliveriesDeps, storeId: StoreId): Promise<number> {
  const named = await readNamed(deps, storeId, thinBatchSize);
  const limit = named.askedFor.size === 0 ? batchSize : thinBatchSize;
  try {
    return await applyBatch(deps, storeId, { limit, named }, () => undefined);
  } catch (error) {
    if (isOutage(error)) throw error;
    return await applyOneByOne(deps, storeId, named);
  }
}

interface Batch {
  readonly limit: number;
  readonly named: NamedResources;
}

async function applyBatch(
  deps: ApplyDeliveriesDeps,
  storeId: StoreId,
  { limit, named }: Batch,
  onClaimed: (deliveries: readonly Delivery[]) => void,
): Promise<number> {
  const count = await deps.database.withStore(storeId, async (tx, now) => {
    await lockProjection(tx, storeId);
    const claimed = await claimDeliveries(tx, storeId, limit);
    const deliveries = claimed.filter((delivery) => isTold(deps, named, delivery));
    onClaimed(deliveries);
    if (deliveries.length === 0) return 0;
    await project({ ...deps, named }, tx, storeId, deliveries, now);
    crashPoint('customers.beforeCommit');
    return deliveries.length;
  });
  if (count > 0) crashPoint('customers.afterCommit');
  return count;
}

async function applyOneByOne(deps: ApplyDeliveriesDeps, storeId: StoreId, named: NamedResources): Promise<number> {
  for (let done = 0; done < batchSize; done += 1) {
    let claimed: Delivery | undefined;
    try {
      const count = await applyBatch(deps, storeId, { limit: 1, named }, ([first]) => (claimed = first));
      if (count === 0) return done;
    } catch (error) {
      const culprit = claimed;
      if (culprit === undefined || isOutage(error)) throw error;
      deps.log.error(
        { storeId, deliveryId: culprit.id, error: error instanceof Error ? error.name : typeof error },
        'a delivery broke its handling and was set aside',
      );
      await deps.database.withStore(storeId, (tx, now) => settleDeliveries(tx, storeId, [toFailure(culprit, now)]));
    }
  }
  return batchSize;
}

type Reading = { readonly delivery: Delivery; readonly read: Result<readonly PlatformEvent[], Rejection> | null };

async function project(
  deps: ApplyDeliveriesDeps & Pick<Batch, 'named'>,
  tx: Tx,
  storeId: StoreId,
  deliveries: readonly Delivery[],
  now: Instant,
): Promise<void> {
  const readings: Reading[] = [];
  for (const delivery of deliveries) {
    const read = await tryRead(deps, storeId, delivery);
    readings.push({ delivery, read: read?.ok ? replaceNamed(deps.named, delivery, read.value, now) : read });
  }

  const { verdicts, toForget } = await projectStatements(
    tx,
    storeId,
    readings.flatMap(({ delivery: { id, connectionId, receivedAt }, read }) =>
      read?.ok ? [{ id, connectionId, receivedAt, source: 'order' as const, events: read.value }] : [],
    ),
  );
  const outcomes = readings.map(({ delivery, read }): DeliveryOutcome => {
    if (read === null) return toFailure(delivery, now);
    if (read.ok) return toOutcome(delivery, verdicts.get(delivery.id) ?? [], now);
    const { code, path, message } = read.failure;
    return { id: delivery.id, state: 'poison', reason: code, path, message };
  });
  await keepRejectedParts(tx, storeId, readings.flatMap(listRejectedParts));
  await settleDeliveries(tx, storeId, outcomes);
  await forgetBodies(tx, storeId, toForget);
}

function listRejectedParts({ delivery, read }: Reading) {
  if (!read?.ok) return [];
  return read.value.flatMap((event) =>
    event.kind === 'partRejected' ? [{ of: delivery, rejection: event.rejection, body: event.part }] : [],
  );
}

/** Null when the adapter broke its promise and threw. */
async function tryRead(deps: ApplyDeliveriesDeps, storeId: StoreId, delivery: Delivery): Promise<Reading['read']> {
  try {
    return await readDelivery(deps, storeId, delivery);
  } catch (error) {
    if (isOutage(error)) throw error;
    deps.log.error(
      {
        storeId,
        deliveryId: delivery.id,
        adapterId: delivery.adapterId,
        error: error instanceof Error ? error.name : typeof error,
      },
      'an adapter threw while it read a delivery',
    );
    return null;
  }
}
