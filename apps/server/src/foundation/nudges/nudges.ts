/**
 * Hints that there may be work. They carry no data and may be lost, doubled or late: the lanes look for themselves,
 * a nudge only makes them look sooner.
 */
export interface Nudges {
  /** Says that `lane` wrote something; told to this process at once, to the others within a moment. */
  nudge(lane: string): void;
  listen(listener: () => void): void;
  /** Whether Redis is there; null where none is configured. */
  isRedisReady(): boolean | null;
  close(): Promise<void>;
}
