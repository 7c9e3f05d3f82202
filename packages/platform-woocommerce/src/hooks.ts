import { createHash } from 'node:crypto';
import { AdapterError, type HookState, type HookTarget, type PlatformHooks } from '@regulars/adapter-contracts';
import { z } from 'zod';
import type { WooCommerceClient } from './client.ts';
import { toShortListError } from './short-list-error.ts';

/** What has to be heard of. A refund has no topic of its own: it is an order that was updated. */
const neededTopics = [
  'order.created',
  'order.updated',
  'order.deleted',
  'order.restored',
  'customer.created',
  'customer.updated',
  'customer.deleted',
  'product.created',
  'product.updated',
  'product.deleted',
  'product.restored',
];

const namePrefix = 'Regulars: ';

const wireWebhook = z.object({
  id: z.int(),
  name: z.string(),
  status: z.string(),
  topic: z.string(),
  delivery_url: z.string(),
});

type WireWebhook = z.output<typeof wireWebhook>;

/**
 * A webhook is ours by the address it delivers to. WooCommerce disables one silently after seven failures in a row, and
 * keeps their count when it is enabled again, so that the next failure would end it: a new one takes its place.
 * Neither its secret nor its version of the API can be read back: those that bear our name were made by us, with the API's
 * third, and the name tells with which secret. Of others to our address the best is hoped.
 *
 * @see https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks
 */
export function createHooks(client: WooCommerceClient): PlatformHooks {
  return {
    async check(target) {
      const ours = await listOurs(client, target.hookUrl);
      return neededTopics.map((topic) => {
        const known = ours.filter((webhook) => webhook.topic === topic && isSignedFor(webhook, target));
        return { topic, state: stateOf(known) };
      });
    },
    async repair(target) {
      refuseSecret(target.secret);
      const ours = await listOurs(client, target.hookUrl);
      const repaired: string[] = [];
      for (const topic of neededTopics) {
        const known = ours.filter((webhook) => webhook.topic === topic);
        const serving = known.filter((webhook) => isActive(webhook) && isSignedFor(webhook, target));
        const kept = serving.find(({ name }) => name.startsWith(namePrefix)) ?? serving[0];
        if (kept === undefined) await register(client, topic, target);
        // What does not deliver any more, and what would deliver everything twice.
        for (const { id } of known.filter((webhook) => webhook !== kept)) await remove(client, id);
        if (kept === undefined || known.length > 1) repaired.push(topic);
      }
      return repaired;
    },
  };
}

function stateOf(webhooks: readonly WireWebhook[]): HookState['state'] {
  if (webhooks.length === 0) return 'missing';
  return webhooks.some(isActive) ? 'active' : 'disabled';
}

function isActive({ status }: WireWebhook): boolean {
  return status === 'active';
}

/** Whether it signs with this secret, as far as can be told. */
function isSignedFor({ name, topic }: WireWebhook, { secret }: HookTarget): boolean {
  return !name.startsWith(namePrefix) || name === toName(topic, secret);
}

/** A few digits of the secret's hash, for those who can see the secret itself in the shop's administration. */
function toName(topic: string, secret: string): string {
  return `${namePrefix}${topic} (${createHash('sha256').update(secret).digest('hex').slice(0, 8)})`;
}

/** Webhooks to other addresses are somebody else's. The oldest first, so that every process keeps the same one. */
async function listOurs(client: WooCommerceClient, hookUrl: string): Promise<readonly WireWebhook[]> {
  const ours: WireWebhook[] = [];
  const query = { status: 'all', orderby: 'id', order: 'asc', per_page: '100' };
  for (let seen = 0, page = 1; ; page += 1) {
    const { items, total } = await client.getPage('webhooks', { ...query, page: String(page) });
    const read = z.array(wireWebhook).safeParse(items);
    if (!read.success) {
      throw new AdapterError("The store's list of webhooks cannot be read.", {
        kind: 'unavailable',
        outcome: 'notDone',
      });
    }
    ours.push(...read.data.filter((webhook) => webhook.delivery_url === hookUrl));
    seen += items.length;
    if (seen >= total) return ours;
    if (items.length === 0) throw toShortListError();
  }
}

async function register(client: WooCommerceClient, topic: string, { hookUrl, secret }: HookTarget): Promise<void> {
  const name = toName(topic, secret);
  await client.post('webhooks', { name, topic, delivery_url: hookUrl, secret, status: 'active' });
}

async function remove(client: WooCommerceClient, id: number): Promise<void> {
  try {
    await client.delete(`webhooks/${id}`, { force: 'true' });
  } catch (error) {
    if (error instanceof AdapterError && error.kind === 'notFound') return;
    throw error;
  }
}

/** WooCommerce decodes entities in the secret before it signs, so that it would sign with another one. */
function refuseSecret(secret: string): void {
  if (/^[\w-]+$/.test(secret)) return;
  throw new AdapterError('The webhook secret may only have letters, digits, - and _: WooCommerce changes others.', {
    kind: 'misconfigured',
    outcome: 'notDone',
  });
}
