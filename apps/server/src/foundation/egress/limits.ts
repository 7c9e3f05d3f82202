/** How much of it, and how long, a call may take. */
export interface EgressLimits {
  /** Until the first line of the answer. */
  readonly headersMs: number;
  /** Between two pieces of the body. */
  readonly idleMs: number;
  /** From the call to the last byte, redirects included. */
  readonly wholeMs: number;
  /** Of the body, on the wire and after decompression. */
  readonly bytes: number;
}

/** The name, the connection and TLS together. */
export const connectMs = 10_000;

/** For an answer that is read as a whole. */
export const callLimits: EgressLimits = { headersMs: 30_000, idleMs: 30_000, wholeMs: 60_000, bytes: 20_000_000 };

/** For a file that is read piece by piece, such as all orders of a large store. */
export const downloadLimits: EgressLimits = {
  headersMs: 30_000,
  idleMs: 60_000,
  wholeMs: 3_600_000,
  bytes: 20_000_000_000,
};
