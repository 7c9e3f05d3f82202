import type { Logger } from 'pino';
import type { Database } from '../../foundation/database/database.ts';
import type { Claim } from './claim-pull.ts';
import { renewLease } from './settle-pull.ts';

export interface HeldLease {
  /** Aborted when the pull was paused, planned anew, or taken over. */
  readonly lost: AbortSignal;
  letGo(): void;
}

/** Renews a lease while its holder waits for the platform, which may take longer than any lease. */
export function holdLease(
  { database, log }: { readonly database: Database; readonly log: Logger },
  claim: Claim,
  leaseMs: number,
): HeldLease {
  const lost = new AbortController();
  const renew = async () => {
    const isHeld = await database.withStore(claim.storeId, (tx) => renewLease(tx, claim, leaseMs));
    if (!isHeld) lost.abort();
  };
  const timer = setInterval(() => {
    // Whether it was lost for want of a database is decided there, when the next page is to be kept.
    renew().catch((error: unknown) =>
      log.warn(
        { pullId: claim.pull.id, error: error instanceof Error ? error.name : typeof error },
        'a lease was not renewed',
      ),
    );
  }, leaseMs / 3);
  timer.unref();
  return { lost: lost.signal, letGo: () => clearInterval(timer) };
}
