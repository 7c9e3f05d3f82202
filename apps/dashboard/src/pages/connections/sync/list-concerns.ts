import type { ConnectionSync, HookCheck, OrderCheck, Pull, SyncFailure } from '../../../api/sync.ts';

/** Something about a connection that somebody may want to see at once, or do something about. */
export type Concern =
  | { readonly kind: 'notBegun' }
  | { readonly kind: 'reading'; readonly purpose: ReadingPurpose; readonly standing: Standing; readonly pulls: Pulls }
  | { readonly kind: 'catchUpFailed'; readonly failure: SyncFailure }
  | { readonly kind: 'hooksFailed'; readonly failure: SyncFailure }
  | { readonly kind: 'hooksOff'; readonly topics: HookCheck['topics'] }
  | { readonly kind: 'countFailed'; readonly failure: SyncFailure }
  | { readonly kind: 'apart'; readonly check: OrderCheck; readonly canRepair: boolean };

type ReadingPurpose = 'backfill' | 'repair';
type Standing = 'failed' | 'paused' | 'running';
type Pulls = readonly Pull[];

const purposes: readonly ReadingPurpose[] = ['backfill', 'repair'];

/** What is not simply well with a connection, the worst first; empty when nobody has to look. */
export function listConcerns({ canPull, pulls, hooks, count }: ConnectionSync): readonly Concern[] {
  const readings = purposes.flatMap((purpose) => toReading(purpose, pulls));
  const isBegun = pulls.some(({ kind }) => kind === 'backfill');
  const catchUp = pulls.find(({ kind, state }) => kind === 'reconcile' && state === 'failed');
  const off = hooks?.topics.filter(({ state }) => state !== 'active') ?? [];
  // As long as the history is being read, orders are missing and everybody knows it.
  const isCountTelling = (isBegun || !canPull) && readings.length === 0;
  const concerns: (Concern | null)[] = [
    canPull && !isBegun ? { kind: 'notBegun' } : null,
    ...readings,
    catchUp?.failure == null ? null : { kind: 'catchUpFailed', failure: catchUp.failure },
    hooks?.failure == null ? null : { kind: 'hooksFailed', failure: hooks.failure },
    off.length === 0 ? null : { kind: 'hooksOff', topics: off },
    count?.failure == null ? null : { kind: 'countFailed', failure: count.failure },
    count !== null && isCountTelling && isApart(count) ? { kind: 'apart', check: count, canRepair: canPull } : null,
  ];
  return sayOnce(concerns.filter((concern) => concern !== null).toSorted((a, b) => rankOf(a) - rankOf(b)));
}

/** A key that is refused stops everything for the same reason, which is told where it matters most. */
function sayOnce(concerns: readonly Concern[]): readonly Concern[] {
  return concerns.filter((concern, index) => {
    if (!('failure' in concern)) return true;
    const told = concerns.slice(0, index).flatMap(listReasons);
    return !told.includes(concern.failure.message);
  });
}

function listReasons(concern: Concern): readonly string[] {
  if (concern.kind === 'reading') return concern.pulls.flatMap(({ failure }) => failure?.message ?? []);
  return 'failure' in concern ? [concern.failure.message] : [];
}

/** Whether the shop refuses something, so that somebody has to see to it. */
export function isRefused(sync: ConnectionSync): boolean {
  return listConcerns(sync).some((concern) => rankOf(concern) < 2);
}

/** Whether both sides were counted and do not hold the same orders. */
export function isApart({ ordersHere, ordersThere, missing, different, failure }: OrderCheck): boolean {
  return failure === null && (ordersHere !== ordersThere || missing > 0 || different > 0);
}

function toReading(purpose: ReadingPurpose, all: Pulls): readonly Concern[] {
  const pulls = all.filter(({ kind }) => kind === purpose);
  const has = (...states: readonly Pull['state'][]) => pulls.some(({ state }) => states.includes(state));
  if (!has('waiting', 'running', 'paused', 'failed')) return [];
  const standing = has('failed') ? 'failed' : has('paused') ? 'paused' : 'running';
  return [{ kind: 'reading', purpose, standing, pulls }];
}

function rankOf(concern: Concern): number {
  if (concern.kind === 'reading') return { failed: 0, paused: 2, running: 3 }[concern.standing];
  return concern.kind.endsWith('Failed') ? 1 : 2;
}
