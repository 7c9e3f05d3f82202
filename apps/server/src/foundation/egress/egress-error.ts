import { findForbiddenAddress, ForbiddenAddressError } from '@regulars/adapter-contracts';
import type { Refusal } from './address-policy.ts';

/**
 * A call that was begun and failed. It carries a code and nothing else: what a client library says may hold the address,
 * the answer or a key.
 */
export class EgressError extends Error {
  override readonly name = 'EgressError';
  readonly code: string;

  /** @param code - the system's or undici's, e.g. `ECONNREFUSED`, or one of ours, `EGRESS_…`. */
  constructor(code: string) {
    super(`The call failed (${code}).`);
    this.code = code;
  }
}

const reasons: Readonly<Record<Refusal, string>> = {
  privateNetwork:
    'leads into a private network, which the operator of this instance has not opened (REGULARS_ALLOW_PRIVATE_NETWORK).',
  plainHttp: 'must be reached by https.',
  port: 'is at a port that is not called.',
};

export function toForbiddenAddress(refusal: Refusal): ForbiddenAddressError {
  return new ForbiddenAddressError(reasons[refusal]);
}

/** Whatever failed below, without its words. */
export function toEgressError(error: unknown): Error {
  if (error instanceof EgressError) return error;
  const forbidden = findForbiddenAddress(error);
  if (forbidden !== null) return forbidden;
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return new EgressError(typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : 'EGRESS_BROKEN');
}
