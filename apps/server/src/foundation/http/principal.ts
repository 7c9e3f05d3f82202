import type {} from 'fastify';
import type { StoreId } from '@regulars/core/shared';

import type { Action } from './action.ts';

/** Who is calling: a signed-in person or an API key, with what they may do and where. */
export interface Principal {
  readonly kind: 'person' | 'apiKey';
  readonly id: string;
  readonly actions: ReadonlySet<Action>;
  /** The stores they may see; null for all stores of the instance. */
  readonly storeIds: readonly StoreId[] | null;
}

/** Whether the principal may see this store at all. What they may not see does not exist for them: answer 404. */
export function seesStore(principal: Principal, storeId: string): boolean {
  return principal.storeIds === null || principal.storeIds.some((seen) => seen === storeId);
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the caller must be allowed to do; required on every route under /api/v1. */
    readonly action?: Action;
  }
  interface FastifyRequest {
    /** Set by the access hook before the handler of every route under /api/v1. */
    principal: Principal;
  }
}
