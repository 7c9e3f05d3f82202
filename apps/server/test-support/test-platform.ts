import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { definePlatformAdapter, type PlatformAdapter, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok } from '@regulars/core/shared';
import type { AdapterRegistry } from '../src/stores/door.ts';

/** A platform of the tests' own: the body is a JSON array of events in the common model, signed by HMAC in `x-signature`. */
export const testPlatform = definePlatformAdapter({
  id: 'test-platform',
  displayName: 'Test platform',
  capabilities: { discountCodes: false, orderCount: false, signedTimestamp: false },
  configSchema: z.object({}),
  verifyWebhook: (request, { secrets }) => {
    if (request.headers['x-ping'] !== undefined) return { kind: 'ping' };
    const given = request.headers['x-signature'];
    if (given === undefined) return { kind: 'refused', code: 'webhook.signature_missing' };
    if (!secrets.some((secret) => sign(request.body, secret) === given))
      return { kind: 'refused', code: 'webhook.signature_invalid' };
    const dedupeKey = createHash('sha256').update(request.body).digest('hex');
    return { kind: 'verified', webhook: { topic: 'events', dedupeKey, headers: {}, body: request.body } };
  },
  parseWebhook: ({ body }) => {
    try {
      return ok(JSON.parse(Buffer.from(body).toString('utf8')) as PlatformEvent[]);
    } catch {
      return fail({ code: 'webhook.json_invalid', path: '', message: 'The body is not JSON.' });
    }
  },
  connect: () => {
    throw new Error('The test platform cannot be called.');
  },
});

export function sign(body: Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** An instance that knows only these platforms. */
export function registryOf(
  ...platformAdapters: readonly Pick<PlatformAdapter, 'id' | 'capabilities'>[]
): AdapterRegistry {
  const adapters = platformAdapters as unknown as readonly PlatformAdapter[];
  return {
    platformAdapters: adapters,
    mailAdapters: [],
    findPlatformAdapter: (id) => adapters.find((adapter) => adapter.id === id) ?? null,
    findMailAdapter: () => null,
  };
}
