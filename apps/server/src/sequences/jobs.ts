import { listStoresBehind } from '../foundation/events/claim-events.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { advanceEnrollments } from './advance-enrollments.ts';
import { listStoresWithDueEnrollments } from './enrollment-repository.ts';
import { reactToEvents, type DecideDeps } from './react-to-events.ts';

/** Enrolls customers and ends enrollments by what happens to customers. */
export function createReactLane(deps: DecideDeps): Lane {
  return {
    name: 'sequences.react',
    listDueStores: (tx) => listStoresBehind(tx, 'sequences'),
    work: (storeId) => reactToEvents(deps, storeId),
  };
}

/** Moves enrollments on whose wait is over. */
export function createAdvanceLane(deps: DecideDeps): Lane {
  return {
    name: 'sequences.advance',
    listDueStores: listStoresWithDueEnrollments,
    work: (storeId) => advanceEnrollments(deps, storeId),
  };
}
