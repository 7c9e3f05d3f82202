import type { AdapterRegistry } from '../connections.ts';
import type { Database } from '../../foundation/database/database.ts';
import type { Sealer } from '../../foundation/secrets/seal.ts';
import { findAttemptByState, keepCallback } from './attempt-repository.ts';
import { hashSecret, sealField } from './attempt-secret.ts';

export interface TakeCallbackDeps {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly adapters: AdapterRegistry;
}

/**
 * Keeps what a platform posted, sealed, until the merchant comes back; it is tried then. A platform that is refused
 * takes back what it granted.
 */
export async function takeCallback(
  { database, sealer, adapters }: TakeCallbackDeps,
  adapterId: string,
  body: Uint8Array,
): Promise<'kept' | 'invalid' | 'unknown'> {
  const parsed = adapters.findPlatformAdapter(adapterId)?.authorization?.parseCallback?.(body);
  if (parsed === undefined) return 'unknown';
  if (!parsed.ok) return 'invalid';
  const isKept = await database.withDirectory(async (tx) => {
    const attempt = await findAttemptByState(tx, hashSecret(parsed.value.state));
    if (attempt === null || attempt.adapterId !== adapterId) return false;
    const text = Buffer.from(body).toString('base64');
    return await keepCallback(tx, attempt, sealField(sealer, attempt, 'callback', text));
  });
  return isKept ? 'kept' : 'unknown';
}
