import { AdapterError, type AdapterContext, type PlatformConnection } from '@regulars/adapter-contracts';
import { minuteMs, toInstant, type StoreId } from '@regulars/core/shared';
import { createPlatformConnector, type AdapterRegistry, type Directory } from '../../stores/door.ts';
import { claimPull, type Claim } from './claim-pull.ts';
import { holdLease } from './hold-lease.ts';
import { readPages, type ReadingEnd, type ReadPagesDeps } from './read-pages.ts';
import { keepTotal, releasePull, setPullBack } from './settle-pull.ts';
import { toSetback } from './to-setback.ts';
import { waitUnless } from './wait-unless.ts';

export interface RunPullDeps extends ReadPagesDeps {
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
  readonly adapterContext: AdapterContext;
  readonly leaseMs: number;
}

/** After so long the others of this lane have their turn. */
const turnMs = 2 * minuteMs;

const noPulls = new AdapterError(
  'This instance has no adapter that reads this platform; name its package in the configuration, then resume.',
  { kind: 'misconfigured', outcome: 'notDone' },
);

/**
 * Reads on in the store's next due pull until it is done, its turn is over, or something stands in its way.
 *
 * @param stopping ends it within a moment, at any point.
 * @returns how many pages were kept; at least 1 when there was a pull to look at.
 */
export async function runPull(deps: RunPullDeps, storeId: StoreId, stopping: AbortSignal): Promise<number> {
  const { database, leaseMs } = deps;
  const claim = await database.withStore(storeId, (tx, now) => claimPull(tx, storeId, now, leaseMs));
  if (claim === null) return 0;
  const lease = holdLease(deps, claim, leaseMs);
  let pages = 0;
  try {
    const end = await readPlatform(deps, claim, AbortSignal.any([stopping, lease.lost]), () => (pages += 1));
    await settle(deps, claim, end, pages);
  } catch (error) {
    await database.withStore(storeId, (tx) => releasePull(tx, claim)).catch(() => undefined);
    throw error;
  } finally {
    lease.letGo();
  }
  return Math.max(pages, 1);
}

async function readPlatform(
  deps: RunPullDeps,
  claim: Claim,
  signal: AbortSignal,
  onPage: () => void,
): Promise<ReadingEnd> {
  const { storeId, connectionId } = claim;
  const wait = (durationMs: number) => waitUnless(signal, durationMs);
  const adapterContext = { wait, ...deps.adapterContext };
  const found = await deps.directory.findConnection(storeId, connectionId);
  const link = await createPlatformConnector({ ...deps, adapterContext })(storeId, connectionId);
  if (found === null || link?.pulls === undefined) return { kind: 'failed', error: noPulls };
  try {
    await countOnce(deps, claim, link);
    return await readPages(deps, claim, { pulls: link.pulls, adapterId: found.adapterId, signal, turnMs }, onPage);
  } finally {
    await link.close();
  }
}

async function settle({ database, log }: RunPullDeps, claim: Claim, end: ReadingEnd, pages: number): Promise<void> {
  const { storeId, pull } = claim;
  if (end.kind === 'done' || end.kind === 'lost') return;
  if (end.kind !== 'failed') return await database.withStore(storeId, (tx) => releasePull(tx, claim));
  const { error } = end;
  if (!(error instanceof AdapterError))
    log.error({ storeId, pullId: pull.id, err: error }, 'an adapter broke while it read a platform');
  const setback = toSetback(error, pages > 0 ? 0 : pull.failures);
  await database.withStore(storeId, (tx) => setPullBack(tx, claim, setback));
}

/** How far there is to go, before the first page of everything. Where it cannot be counted it is read all the same. */
async function countOnce({ database }: RunPullDeps, claim: Claim, link: PlatformConnection): Promise<void> {
  const { kind, resource, updatedFrom, cursor, total } = claim.pull;
  const isWhole = kind === 'backfill' && resource === 'orders' && updatedFrom === null;
  if (!isWhole || cursor !== null || total !== null) return;
  try {
    const { orders } = await link.countOrders({ from: toInstant(0), until: claim.claimedAt });
    await database.withStore(claim.storeId, (tx) => keepTotal(tx, claim, orders));
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
  }
}
