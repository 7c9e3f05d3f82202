import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { ConnectionId, Instant } from '@regulars/core/shared';

/** Something we were told about customers and orders: a webhook delivery, a row of an import, a page that was pulled. */
export interface Statement extends StatementContext {
  readonly id: string;
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
  /** Of an import: from then on what happened to orders is news all the same. Left out, all of it is history. */
  readonly newsFrom?: Instant;
}
