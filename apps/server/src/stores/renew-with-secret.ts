import type { Tx } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { openConnection, renewConnection, sealWebhookSecret } from './connections.ts';
import { rotateWebhookSecret, type ConnectionRow } from './repository.ts';

/** Where the platform sets the secret and another app was typed in, its webhooks are signed with another one from now on. */
export async function renewWithSecret(
  sealer: Sealer,
  tx: Tx,
  row: ConnectionRow,
  { config, webhookSecret }: { readonly config: unknown; readonly webhookSecret: string | null },
): Promise<void> {
  await renewConnection(tx, sealer, row.storeId, row.id, config);
  const [known] = openConnection(sealer, row).webhookSecrets;
  if (webhookSecret === null || webhookSecret === known) return;
  const sealed = sealWebhookSecret(sealer, row.storeId, row.id, webhookSecret);
  await rotateWebhookSecret(tx, row.storeId, row.id, sealed);
}
