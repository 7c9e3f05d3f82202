import { secondMs } from '@regulars/core/shared';

/** What Shopify tells after every call: how many points it reserved, and how full the store's bucket is. */
export interface QueryCost {
  readonly requestedQueryCost: number;
  readonly throttleStatus: {
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    readonly restoreRate: number;
  };
}

/**
 * How long to wait until the bucket holds what a call needs. Points come back by themselves, so many a second.
 *
 * @returns whole milliseconds; 0 when there is enough.
 */
export function toWaitMs(
  neededPoints: number,
  { currentlyAvailable, restoreRate }: QueryCost['throttleStatus'],
): number {
  const missing = neededPoints - currentlyAvailable;
  return missing <= 0 || restoreRate <= 0 ? 0 : Math.ceil((missing / restoreRate) * secondMs);
}

/** Keeps account of one store's bucket, as far as this process hears of it. */
export interface RateGovernor {
  /** How long to wait before this operation is sent; what it costs is known from its last time. */
  waitMs(operationName: string, nowMs: number): number;
  learn(operationName: string, cost: QueryCost, nowMs: number): void;
}

export function createRateGovernor(): RateGovernor {
  const costs = new Map<string, number>();
  let heard: { readonly status: QueryCost['throttleStatus']; readonly atMs: number } | null = null;
  return {
    waitMs(operationName, nowMs) {
      const cost = costs.get(operationName);
      if (heard === null || cost === undefined) return 0;
      const { status, atMs } = heard;
      const restored = ((nowMs - atMs) / secondMs) * status.restoreRate;
      const currentlyAvailable = Math.min(status.maximumAvailable, status.currentlyAvailable + restored);
      return toWaitMs(cost, { ...status, currentlyAvailable });
    },
    learn(operationName, cost, nowMs) {
      costs.set(operationName, cost.requestedQueryCost);
      heard = { status: cost.throttleStatus, atMs: nowMs };
    },
  };
}
