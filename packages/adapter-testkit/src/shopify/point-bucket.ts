/** A store's bucket of points: every call takes some, and they come back by themselves. */
export interface PointBucket {
  /** @returns false when there are too few; nothing is taken then. */
  take(points: number): boolean;
  /** Gives back what was reckoned and not used. */
  giveBack(points: number): void;
  status(): ThrottleStatus;
}

interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

export function createPointBucket(maximumAvailable: number, restoreRate: number, nowMs: () => number): PointBucket {
  let points = maximumAvailable;
  let atMs = nowMs();
  const restore = (): void => {
    const now = nowMs();
    points = Math.min(maximumAvailable, points + ((now - atMs) / 1000) * restoreRate);
    atMs = now;
  };
  return {
    take(wanted) {
      restore();
      if (points < wanted) return false;
      points -= wanted;
      return true;
    },
    giveBack(unused) {
      points = Math.min(maximumAvailable, points + unused);
    },
    status() {
      restore();
      return { maximumAvailable, currentlyAvailable: Math.floor(points), restoreRate };
    },
  };
}
