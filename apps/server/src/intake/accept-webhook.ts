import type { VerifyWebhook, WebhookRefusal, WebhookRequest } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database } from '../foundation/database/database.ts';
import type { AdapterRegistry, Connection, Directory } from '../stores/door.ts';
import { insertDeliveries, toDeliveryId, type NewDelivery } from './insert-deliveries.ts';
import { createMicroBatch } from './micro-batch.ts';

export interface AcceptWebhookDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
  /** The time by which signed timestamps are judged, in milliseconds since the epoch. */
  readonly wallClockMs: () => number;
  /** Told after deliveries became durable. */
  readonly onAccepted: () => void;
}

export type Acceptance = 'accepted' | 'ping' | 'unknown_token' | WebhookRefusal;

export type WebhookAcceptor = (hookToken: string, request: WebhookRequest) => Promise<Acceptance>;

/**
 * Makes intake: token → connection, signature over the raw bytes, one durable insert, and only then `accepted`.
 * The store comes from the token, never from headers or body. A database that cannot write makes it throw.
 */
export function createWebhookAcceptor(deps: AcceptWebhookDeps): WebhookAcceptor {
  const keep = createMicroBatch<NewDelivery>({
    write: async (deliveries) => {
      crashPoint('intake.beforeCommit');
      await insertDeliveries(deps.database, deliveries);
      crashPoint('intake.afterCommit');
      deps.onAccepted();
    },
    maxItems: 256,
    maxInFlight: 4,
    maxWaiting: 20_000,
  });

  return async (hookToken, request) => {
    const connection = await deps.directory.findByHookToken(hookToken);
    const verify = connection === null ? null : findVerifier(deps.adapters, connection);
    if (connection === null || verify === null) return 'unknown_token';
    const now = toInstant(Math.floor(deps.wallClockMs()));
    const isPreviousValid = connection.previousSecretUntil !== null && connection.previousSecretUntil > now;
    const secrets = isPreviousValid ? connection.webhookSecrets : connection.webhookSecrets.slice(0, 1);
    const verdict = verify(request, { secrets }, now);
    if (verdict.kind === 'ping') return 'ping';
    if (verdict.kind === 'refused') return verdict.code;
    const { topic, dedupeKey, headers, body } = verdict.webhook;
    await keep({
      storeId: connection.storeId,
      id: toDeliveryId(connection.id, dedupeKey),
      connectionId: connection.id,
      purpose: connection.purpose,
      adapterId: connection.adapterId,
      topic,
      headers,
      body,
    });
    return 'accepted';
  };
}

function findVerifier(adapters: AdapterRegistry, connection: Connection): VerifyWebhook | null {
  return connection.purpose === 'platform'
    ? (adapters.findPlatformAdapter(connection.adapterId)?.verifyWebhook ?? null)
    : (adapters.findMailAdapter(connection.adapterId)?.receipts?.verifyWebhook ?? null);
}
