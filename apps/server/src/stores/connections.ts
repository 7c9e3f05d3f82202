import { createHash, randomBytes } from 'node:crypto';
import type { MailAdapter, PlatformAdapter } from '@regulars/adapter-contracts';
import type { ConnectionId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { insertConnection, replaceConfig, type ConnectionPurpose, type ConnectionRow } from './repository.ts';

/** A connection, opened: only in memory, never logged, never answered. */
export interface Connection {
  readonly storeId: StoreId;
  readonly id: ConnectionId;
  readonly purpose: ConnectionPurpose;
  readonly adapterId: string;
  readonly config: unknown;
  /** The current webhook secret first, then the previous one. */
  readonly webhookSecrets: readonly string[];
  readonly previousSecretUntil: Instant | null;
  readonly pausedReason: string | null;
}

/** The adapters this instance knows. */
export interface AdapterRegistry {
  findPlatformAdapter(id: string): PlatformAdapter | null;
  findMailAdapter(id: string): MailAdapter | null;
  readonly platformAdapters: readonly PlatformAdapter[];
  readonly mailAdapters: readonly MailAdapter[];
}

const context = (storeId: StoreId, id: ConnectionId, field: string) => `connection|${storeId}|${id}|${field}`;

export function toTokenHash(hookToken: string): Buffer {
  return createHash('sha256').update(hookToken).digest();
}

export interface NewConnection {
  readonly purpose: ConnectionPurpose;
  readonly adapterId: string;
  /** Already checked by the adapter's schema. */
  readonly config: unknown;
  readonly webhookSecret: string | null;
}

/** Writes a connection with a hook address of its own: 192 random bits, the only thing in the URL. */
export async function createConnection(
  tx: Tx,
  sealer: Sealer,
  storeId: StoreId,
  input: NewConnection,
): Promise<{ id: ConnectionId; hookToken: string }> {
  const id: ConnectionId = newId();
  const hookToken = randomBytes(24).toString('base64url');
  await insertConnection(tx, {
    storeId,
    id,
    purpose: input.purpose,
    adapterId: input.adapterId,
    configSealed: sealer.seal(JSON.stringify(input.config), context(storeId, id, 'config')),
    webhookSecretSealed:
      input.webhookSecret === null ? null : sealWebhookSecret(sealer, storeId, id, input.webhookSecret),
    hookTokenHash: toTokenHash(hookToken),
    hookTokenSealed: sealer.seal(hookToken, context(storeId, id, 'hook token')),
  });
  return { id, hookToken };
}

/**
 * Gives a connection another configuration and sets it to work again; its hook address and webhook secret stay.
 *
 * @returns false when there is no such connection.
 */
export async function renewConnection(
  tx: Tx,
  sealer: Sealer,
  storeId: StoreId,
  id: ConnectionId,
  config: unknown,
): Promise<boolean> {
  return await replaceConfig(tx, storeId, id, sealer.seal(JSON.stringify(config), context(storeId, id, 'config')));
}

export function sealWebhookSecret(sealer: Sealer, storeId: StoreId, id: ConnectionId, secret: string): string {
  return sealer.seal(secret, context(storeId, id, 'webhook secret'));
}

export function openConnection(sealer: Sealer, row: ConnectionRow): Connection {
  const secret = (sealed: string | null) =>
    sealed === null ? [] : [sealer.open(sealed, context(row.storeId, row.id, 'webhook secret'))];
  return {
    storeId: row.storeId,
    id: row.id,
    purpose: row.purpose,
    adapterId: row.adapterId,
    config: JSON.parse(sealer.open(row.configSealed, context(row.storeId, row.id, 'config'))) as unknown,
    webhookSecrets: [...secret(row.webhookSecretSealed), ...secret(row.previousWebhookSecretSealed)],
    previousSecretUntil: row.previousSecretUntil,
    pausedReason: row.pausedReason,
  };
}

export function openHookToken(sealer: Sealer, row: ConnectionRow): string {
  return sealer.open(row.hookTokenSealed, context(row.storeId, row.id, 'hook token'));
}

/** Where a connection's webhooks are delivered. */
export function toHookUrl(publicUrl: string, hookToken: string): string {
  return `${publicUrl}/hooks/${hookToken}`;
}
