import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { ConnectionId, Instant } from '@regulars/core/shared';

/** Something we were told about customers and orders: a webhook delivery, or a row of an import. */
export interface Statement {
  readonly id: string;
  readonly connectionId: ConnectionId;
  readonly source: 'order' | 'import';
  readonly receivedAt: Instant;
  readonly events: readonly PlatformEvent[];
}

/**
 * What became of one event: what changed, and the code that explains it when that is not plain. `unusable`: it contradicts
 * what it speaks of, and a person must look.
 */
export interface Verdict {
  readonly change: 'inserted' | 'updated' | 'unchanged' | 'ignored' | 'waiting' | 'unusable';
  readonly reason: string | null;
}

/** What the appliers must know of the statement they are in. */
export interface StatementContext {
  readonly connectionId: ConnectionId;
  readonly source: 'order' | 'import';
  readonly receivedAt: Instant;
}
