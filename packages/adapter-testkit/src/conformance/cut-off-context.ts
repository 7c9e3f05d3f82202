import type { AdapterContext } from '@regulars/adapter-contracts';

/** A context by which nobody can be reached. */
export interface CutOffContext {
  readonly context: AdapterContext;
  /** How often somebody was called all the same. */
  countCalls(): number;
}

/** What the kit lends an adapter whose upstream is not there: each call fails as with no network at all. */
export function createCutOffContext(): CutOffContext {
  let calls = 0;
  const refuse = async (): Promise<never> => {
    calls += 1;
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('No network.'), { code: 'ECONNREFUSED' }) });
  };
  return {
    context: {
      timeoutMs: 1_000,
      allowPrivateNetwork: true,
      fetch: refuse,
      download: refuse,
      openSocket: refuse,
      wait: async () => undefined,
    },
    countCalls: () => calls,
  };
}
