import type { Logger } from 'pino';
import {
  AdapterError,
  type PlatformConnection,
  type PlatformEvent,
  type ResourceReference,
} from '@regulars/adapter-contracts';
import {
  fail,
  minuteMs,
  ok,
  type ConnectionId,
  type Instant,
  type Rejection,
  type Result,
  type StoreId,
} from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { peekDeliveries, type Delivery } from '../intake/door.ts';
import { isOutage } from './is-outage.ts';
import { readDelivery, type PlatformLookup } from './read-delivery.ts';

type Read = Result<readonly PlatformEvent[], Rejection>;

/** What thin deliveries name, as far as it was asked for. */
export interface NamedResources {
  /** As the platform has it now, or that it does not have it; what could not be read is left out. */
  readonly found: ReadonlyMap<string, Read | 'notFound'>;
  /** The deliveries it was asked for. Others of the same adapters have to wait for their turn. */
  readonly askedFor: ReadonlySet<string>;
}

export interface ReadNamedDeps extends PlatformLookup {
  readonly database: Database;
  readonly log: Logger;
  /** The adapters whose deliveries may only name things. */
  readonly thinAdapterIds: readonly string[];
}

/**
 * Asks the platform what the next due deliveries name, each thing once however many name it. No transaction is open
 * meanwhile; what changes after it was read is named by a later delivery.
 */
export async function readNamed(deps: ReadNamedDeps, storeId: StoreId, limit: number): Promise<NamedResources> {
  const found = new Map<string, Read | 'notFound'>();
  const { database, thinAdapterIds } = deps;
  if (thinAdapterIds.length === 0) return { found, askedFor: new Set() };
  const due = await database.withStore(storeId, (tx) => peekDeliveries(tx, storeId, limit, thinAdapterIds));
  for (const [connectionId, references] of await listReferences(deps, storeId, due)) {
    const connection = await deps.connectPlatform(storeId, connectionId);
    if (connection === null) continue;
    try {
      await readAll(connection, references, found, deps.log);
    } finally {
      await connection.close();
    }
  }
  return { found, askedFor: new Set(due.map(({ id }) => id)) };
}

/** Whether the delivery may be handled now: it tells all there is to know, or what it names was asked for. */
export function isTold(
  { thinAdapterIds }: Pick<ReadNamedDeps, 'thinAdapterIds'>,
  { askedFor }: NamedResources,
  { id, adapterId }: Pick<Delivery, 'id' | 'adapterId'>,
): boolean {
  return !thinAdapterIds.includes(adapterId) || askedFor.has(id);
}

/**
 * The same events, with what was named in place of its name. What the platform does not have may not have reached its every
 * copy yet, so it is waited for a while.
 */
export function replaceNamed(
  { found }: NamedResources,
  { connectionId, receivedAt }: Pick<Delivery, 'connectionId' | 'receivedAt'>,
  events: readonly PlatformEvent[],
  now: Instant,
): Read {
  const replaced: PlatformEvent[] = [];
  for (const event of events) {
    const read = event.kind === 'resourceChanged' ? found.get(toKey(connectionId, event)) : undefined;
    if (read === undefined) replaced.push(event);
    else if (read === 'notFound')
      replaced.push(now - receivedAt < lagMs ? event : { kind: 'ignored', reason: 'resource.not_found' });
    else if (read.ok) replaced.push(...read.value);
    else return fail(read.failure);
  }
  return ok(replaced);
}

const lagMs = 10 * minuteMs;

async function listReferences(
  deps: PlatformLookup,
  storeId: StoreId,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<ConnectionId, ReadonlyMap<string, ResourceReference>>> {
  const listed = new Map<ConnectionId, Map<string, ResourceReference>>();
  for (const delivery of deliveries) {
    const { connectionId } = delivery;
    for (const event of await readEvents(deps, storeId, delivery)) {
      if (event.kind !== 'resourceChanged') continue;
      const references = listed.get(connectionId) ?? new Map<string, ResourceReference>();
      listed.set(connectionId, references.set(toKey(connectionId, event), event));
    }
  }
  return listed;
}

/** Of a delivery that cannot be read the batch itself says so. */
async function readEvents(
  deps: PlatformLookup,
  storeId: StoreId,
  delivery: Delivery,
): Promise<readonly PlatformEvent[]> {
  try {
    const read = await readDelivery(deps, storeId, delivery);
    return read.ok ? read.value : [];
  } catch (error) {
    if (isOutage(error)) throw error;
    return [];
  }
}

/** Where the platform is out of reach, or its limit used up, the rest would fare no better and waits. */
async function readAll(
  connection: PlatformConnection,
  references: ReadonlyMap<string, ResourceReference>,
  found: Map<string, Read | 'notFound'>,
  log: Logger,
): Promise<void> {
  for (const [key, reference] of references) {
    try {
      const read = await connection.readResource?.(reference);
      if (read !== undefined) found.set(key, read);
    } catch (error) {
      if (error instanceof AdapterError && error.kind === 'notFound') found.set(key, 'notFound');
      else if (error instanceof AdapterError) return;
      else log.error({ resource: reference.resource }, 'an adapter threw while it read a resource');
    }
  }
}

function toKey(connectionId: ConnectionId, { resource, externalId }: ResourceReference): string {
  return `${connectionId}|${resource}|${externalId}`;
}
