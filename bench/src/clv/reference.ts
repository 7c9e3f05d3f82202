import type { Stage } from './stages.ts';

/**
 * What lifetimes 0.11.3 (Python 3.11, NumPy 1.24, SciPy 1.10) took on a machine like this one, two shared virtual
 * processors: processor seconds, the middle of what was seen. Measured elsewhere and written down here; not run again.
 */
export const lifetimes: {
  /** A file of transactions to lifetime values: BG/NBD, Gamma-Gamma, twelve discounted months. By rows. */
  readonly wholePath: Readonly<Record<number, { readonly cpuSeconds: number; readonly peakMegabytes: number }>>;
  /** Reading and summing up, for a million rows. */
  readonly readAndPrepareMillionRows: number;
  /** For a million customers. */
  readonly millionCustomers: Readonly<Partial<Record<Stage['name'], number>>>;
} = {
  wholePath: {
    1_000_000: { cpuSeconds: 23.4, peakMegabytes: 383 },
    10_000_000: { cpuSeconds: 254, peakMegabytes: 2_750 },
  },
  readAndPrepareMillionRows: 4.5,
  millionCustomers: { 'bg-nbd': 17, 'pareto-nbd': 225, 'gamma-gamma': 4.8, score: 14.2 },
};

/** CLVTools 0.12.1 (R 4.2), in the same way: fits of 421,000 customers. */
export const clvTools: Readonly<Partial<Record<Stage['name'], number>>> = {
  'bg-nbd': 66 / 0.421,
  'pareto-nbd': 31.5 / 0.421,
  'gamma-gamma': 5.6 / 0.421,
};
