import type { Instant, SegmentId, StoreId } from '@regulars/core/shared';

/** A segment whose members are being found anew because its rule was made, changed or brought back. */
export interface Recount {
  readonly segmentId: SegmentId;
  readonly name: string;
  /** Movements written so far, and in all; null while the members are still being looked for. */
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: Instant;
}

export interface RecountNote {
  readonly onProgress: (done: number, total: number) => void;
  readonly end: () => void;
}

/** Where running recounts can be seen. Of this process only: a recount is one transaction, and nobody else sees into it. */
export interface RecountBoard {
  begin(storeId: StoreId, recount: Pick<Recount, 'segmentId' | 'name' | 'startedAt'>): RecountNote;
  list(storeId: StoreId): readonly Recount[];
}

export function createRecountBoard(): RecountBoard {
  const running = new Map<object, { readonly storeId: StoreId; readonly recount: Recount }>();
  return {
    begin: (storeId, recount) => {
      const key = {};
      running.set(key, { storeId, recount: { ...recount, done: 0, total: null } });
      return {
        onProgress: (done, total) => running.set(key, { storeId, recount: { ...recount, done, total } }),
        end: () => running.delete(key),
      };
    },
    list: (storeId) => [...running.values()].flatMap((entry) => (entry.storeId === storeId ? [entry.recount] : [])),
  };
}
