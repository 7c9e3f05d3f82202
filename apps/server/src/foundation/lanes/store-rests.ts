import type { StoreId } from '@regulars/core/shared';

const backoffMs = { first: 250, most: 60_000 };

/** The stores whose batches failed lately. One store's fault is not the others': it rests, longer each time. */
export interface StoreRests {
  isResting(storeId: StoreId, nowMs: number): boolean;
  /** @returns how often it has failed in a row. */
  noteFailure(storeId: StoreId, nowMs: number): number;
  noteSuccess(storeId: StoreId): void;
  /** Failures in a row, by store. */
  failures(): ReadonlyMap<StoreId, number>;
}

export function createStoreRests(): StoreRests {
  const failures = new Map<StoreId, number>();
  const untilMs = new Map<StoreId, number>();
  return {
    isResting: (storeId, nowMs) => nowMs < (untilMs.get(storeId) ?? 0),
    noteFailure: (storeId, nowMs) => {
      const count = (failures.get(storeId) ?? 0) + 1;
      failures.set(storeId, count);
      untilMs.set(storeId, nowMs + Math.min(backoffMs.most, backoffMs.first * 2 ** (count - 1)));
      return count;
    },
    noteSuccess: (storeId) => {
      failures.delete(storeId);
      untilMs.delete(storeId);
    },
    failures: () => failures,
  };
}
