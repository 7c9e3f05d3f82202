/** What BigCommerce tells with every answer: the store's quota, which all its apps share, in windows of half a minute. */
export interface Quota {
  readonly left: number;
  readonly quota: number;
  /** How long until the quota is whole again. */
  readonly resetMs: number;
}

/** @returns null where the headers do not tell it, as when the platform itself is overloaded. */
export function readQuota(headers: Readonly<Record<string, unknown>>): Quota | null {
  const read = (name: string): number => Number(headers[`x-rate-limit-${name}`] ?? Number.NaN);
  const told = { left: read('requests-left'), quota: read('requests-quota'), resetMs: read('time-reset-ms') };
  return Object.values(told).every((value) => Number.isFinite(value) && value >= 0) ? told : null;
}

/** Keeps account of one store's quota, as far as this process hears of it. */
export interface RateGovernor {
  /** How long to wait before a call that takes nothing of the share that is kept for others; 0 when it may go. */
  waitMs(keptShare: number, nowMs: number): number;
  learn(quota: Quota, nowMs: number): void;
}

export function createRateGovernor(): RateGovernor {
  let heard: { readonly quota: Quota; readonly atMs: number } | null = null;
  return {
    waitMs(keptShare, nowMs) {
      if (heard === null) return 0;
      const { quota, atMs } = heard;
      const isEnough = quota.left > quota.quota * keptShare;
      return isEnough ? 0 : Math.max(0, atMs + quota.resetMs - nowMs);
    },
    learn(quota, nowMs) {
      heard = { quota, atMs: nowMs };
    },
  };
}
