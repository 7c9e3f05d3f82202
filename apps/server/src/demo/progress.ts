/** How far a long piece of work has come, how fast it goes and how long it will take. */
export interface Progress {
  readonly phase: ProgressPhase;
  /** Orders in the phase `history`, else simulated days. */
  readonly done: number;
  readonly total: number;
  /** Of `done`, since the phase began. */
  readonly perSecond: number;
  /** Null until there is something to judge by. */
  readonly remainingMs: number | null;
}

export type ProgressPhase = 'history' | 'living' | 'moving';

export interface ProgressMeter {
  /** So much more is done, by so much work. */
  advance(by: number, work: number): void;
  read(): Progress;
}

/** Before this share of the work is done, nobody can tell how long the rest will take. */
const judgeableShare = 0.04;

/**
 * Measures one phase.
 *
 * @param totalWork what takes its time, where that is not what is counted: the last simulated day has many more stops than the first.
 * @param nowMs a monotonic clock, in milliseconds.
 */
export function createProgressMeter(
  phase: ProgressPhase,
  total: number,
  totalWork: number,
  nowMs: () => number,
): ProgressMeter {
  const startedMs = nowMs();
  let done = 0;
  let workDone = 0;
  return {
    advance: (by, work) => {
      done = Math.min(total, done + by);
      workDone = Math.min(totalWork, workDone + work);
    },
    read: () => {
      const elapsedMs = nowMs() - startedMs;
      const isJudgeable = workDone > totalWork * judgeableShare && elapsedMs > 0;
      return {
        phase,
        done,
        total,
        perSecond: elapsedMs === 0 ? 0 : (done / elapsedMs) * 1_000,
        remainingMs: isJudgeable ? Math.round(((totalWork - workDone) / workDone) * elapsedMs) : null,
      };
    },
  };
}
