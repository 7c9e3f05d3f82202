/** How far a long piece of work has come, how fast it goes and how long it will take. */
export interface Progress {
  readonly phase: ProgressPhase;
  readonly done: number;
  readonly total: number;
  /** Of `done`, since the phase began. */
  readonly perSecond: number;
  /** Null until there is something to judge by. */
  readonly remainingMs: number | null;
}

/** `history` counts orders; `living` and `moving` count simulated hours. */
export type ProgressPhase = 'history' | 'living' | 'moving';

export interface ProgressMeter {
  advance(by: number): void;
  read(): Progress;
}

/**
 * Measures one phase.
 *
 * @param nowMs a monotonic clock, in milliseconds.
 */
export function createProgressMeter(phase: ProgressPhase, total: number, nowMs: () => number): ProgressMeter {
  const startedMs = nowMs();
  let done = 0;
  return {
    advance: (by) => {
      done = Math.min(total, done + by);
    },
    read: () => {
      const elapsedMs = nowMs() - startedMs;
      const perMs = elapsedMs === 0 ? 0 : done / elapsedMs;
      return {
        phase,
        done,
        total,
        perSecond: perMs * 1_000,
        remainingMs: perMs === 0 ? null : Math.round((total - done) / perMs),
      };
    },
  };
}
