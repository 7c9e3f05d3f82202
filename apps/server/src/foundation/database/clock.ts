/**
 * Moves the clock by which things are due. Only tests and the demo make one; a real instance has none.
 * `shiftMs` is read at the start of every transaction.
 */
export interface ShiftedClock {
  shiftMs: number;
}
