import type { StoreId } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import { setConnectionPause, type Store } from '../stores/door.ts';
import { claimMails, type ClaimMailsDeps } from './claim-mails.ts';
import { giveBack } from './give-back.ts';
import type { ClosedMailAccount, MailAccounts, OpenMailAccount } from './mail-accounts.ts';
import { sendClaim, type SendClaimDeps, type TimedClaim } from './send-claim.ts';

export interface SendMailsDeps extends ClaimMailsDeps, SendClaimDeps {
  readonly accounts: MailAccounts;
}

const usualClaimSize = 200;
/** Mails of one store before the next store has its turn. */
const mailsPerTurn = 1_000;

/**
 * Sends what is due in a store: claim (all gates again, bytes kept) · mark · post · settle. The network is touched
 * between transactions only, and every write after it is fenced by the claim's token. While one claim is on its way the
 * next one is written.
 */
export async function sendMails(deps: SendMailsDeps, storeId: StoreId): Promise<number> {
  const [store, account] = [await deps.directory.findStore(storeId), await deps.accounts.find(storeId)];
  if (store === null || store.pausedAt !== null) return 0;
  if (account.link === null) return await restClosedAccount(deps, storeId, account);
  if (account.pausedReason !== null) return 0;

  // So many that one call to the provider is worth its while, where it takes many.
  const claimSize = Math.max(usualClaimSize, account.capabilities.batch?.most ?? 0);
  let claim: TimedClaim | null = await takeClaim(deps, store, account, claimSize);
  let taken = 0;
  while (claim !== null) {
    taken += claim.taken;
    const goesOn: boolean = claim.taken === claimSize && taken < mailsPerTurn;
    const [pauseMs, next]: [number | null, TimedClaim | null] = await Promise.all([
      sendClaim(deps, storeId, account, claim),
      goesOn ? takeClaim(deps, store, account, claimSize) : null,
    ]);
    if (next !== null && pauseMs !== null) {
      await giveBack(deps.database, storeId, next.leaseToken, next.mails, pauseMs);
      return taken + next.taken;
    }
    claim = next;
  }
  return taken;
}

/** An account that cannot be opened rests until a person looks at it; its mails wait. */
async function restClosedAccount(deps: SendMailsDeps, storeId: StoreId, account: ClosedMailAccount): Promise<0> {
  const { connectionId, pausedReason } = account;
  const connection = connectionId === null ? null : await deps.directory.findConnection(storeId, connectionId);
  if (connection === null || connection.pausedReason === pausedReason) return 0;
  await deps.database.withStore(storeId, (tx) => setConnectionPause(tx, storeId, connection.id, pausedReason));
  deps.directory.forget();
  return 0;
}

async function takeClaim(
  deps: SendMailsDeps,
  store: Store,
  { connectionId }: OpenMailAccount,
  limit: number,
): Promise<TimedClaim | null> {
  const startedAtMs = performance.now();
  const claim = await deps.database.withStore(store.id, async (tx, now) => {
    const claimed = await claimMails(tx, deps, store, { limit, leaseMs: deps.leaseMs, connectionId }, now);
    if (claimed.taken > 0) crashPoint('delivery.beforeClaimCommit');
    return claimed;
  });
  if (claim.taken === 0) return null;
  crashPoint('delivery.afterClaimCommit');
  return { ...claim, startedAtMs };
}
