import type { Tx } from '../../foundation/database/database.ts';
import type { AddConnectionDeps } from '../add-connection.ts';
import { createConnection } from '../connections.ts';
import { sealLoan } from '../create-loan.ts';
import { findPlatformSecret } from '../find-platform-secret.ts';
import { findSameShop } from '../find-same-shop.ts';
import { newWebhookSecret } from '../new-webhook-secret.ts';
import { renewWithSecret } from '../renew-with-secret.ts';
import { findConnection, keepLoan, lockConnections } from '../repository.ts';
import type { Attempt, AttemptEnd } from './attempt-repository.ts';

/** What was fetched and works. */
export interface Access {
  readonly config: unknown;
  readonly lent: string | null;
  readonly warnings: readonly string[];
}

type KeepAccessDeps = Pick<AddConnectionDeps, 'sealer' | 'adapters'>;

/** Keeps the access with the connection it was asked for, else with the one the shop has here already, else with a new one. */
export async function keepAccess(
  deps: KeepAccessDeps,
  tx: Tx,
  { storeId, adapterId, connectionId }: Attempt,
  { config, lent, warnings }: Access,
): Promise<AttemptEnd> {
  const wished = { purpose: 'platform', adapterId, config } as const;
  await lockConnections(tx, storeId);
  const present =
    connectionId === null
      ? await findSameShop(tx, deps, storeId, wished)
      : await findConnection(tx, storeId, connectionId);
  if (present === null && connectionId !== null) return { failureCode: 'connection.not_found', failureMessage: null };
  if (present?.pausedReason === 'platform.erasing') return { failureCode: 'connect.erasing', failureMessage: null };
  const webhookSecret = findPlatformSecret(deps.adapters, wished);
  if (present !== null) await renewWithSecret(deps.sealer, tx, present, { config, webhookSecret });
  const id =
    present?.id ??
    (
      await createConnection(tx, deps.sealer, storeId, {
        ...wished,
        webhookSecret: webhookSecret ?? newWebhookSecret(),
      })
    ).id;
  if (lent !== null) await keepLoan(tx, storeId, id, sealLoan(deps.sealer, storeId, id, lent));
  return { connectionId: id, warnings };
}
