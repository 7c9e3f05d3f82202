import { AdapterError, type HookState, type HookTarget, type PlatformHooks } from '@regulars/adapter-contracts';
import type { ShopifyClient } from './api/client.ts';
import { createSubscription, listSubscriptions } from './operations/hooks.ts';

/**
 * What has to be heard of. `orders/updated` alone tells every state; the others are sooner, or tell what no state does.
 * The law's three topics are set in the app's own settings and cannot be registered.
 */
const neededTopics = [
  'orders/create',
  'orders/updated',
  'orders/delete',
  'refunds/create',
  'customers/create',
  'customers/update',
  'customers/delete',
  'customers/merge',
  'customers_email_marketing_consent/update',
  'products/create',
  'products/update',
  'products/delete',
  'checkouts/create',
  'checkouts/update',
  'checkouts/delete',
  'app/uninstalled',
];

/** Shopify signs with the app's own secret, and removes a subscription after four hours of failures without a word. */
export function createHooks(client: ShopifyClient): PlatformHooks {
  const check = async (target: HookTarget): Promise<readonly HookState[]> => {
    const active = await readActiveTopics(client, target.hookUrl);
    return neededTopics.map((topic) => ({ topic, state: active.has(toEnumName(topic)) ? 'active' : 'missing' }));
  };
  return {
    check,
    async repair(target) {
      const missing = (await check(target)).filter(({ state }) => state === 'missing').map(({ topic }) => topic);
      for (const topic of missing) {
        const { data } = await client.call(createSubscription, { topic: toEnumName(topic), uri: target.hookUrl });
        if (data.webhookSubscriptionCreate.userErrors.length > 0) throw refusal(topic);
      }
      return missing;
    },
  };
}

/** Subscriptions in other formats, or to other addresses, are somebody else's. */
async function readActiveTopics(client: ShopifyClient, hookUrl: string): Promise<ReadonlySet<string>> {
  const active = new Set<string>();
  let after: string | null = null;
  do {
    const { data }: Awaited<ReturnType<typeof readPage>> = await readPage(client, after);
    const { nodes, pageInfo } = data.webhookSubscriptions;
    for (const { topic, uri, format } of nodes) if (uri === hookUrl && format === 'JSON') active.add(topic);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return active;
}

function readPage(client: ShopifyClient, after: string | null) {
  return client.call(listSubscriptions, { after });
}

/** `orders/create` is `ORDERS_CREATE` in GraphQL. */
function toEnumName(topic: string): string {
  return topic.replaceAll('/', '_').toUpperCase();
}

function refusal(topic: string): AdapterError {
  return new AdapterError(
    `Shopify refuses the webhook ${topic}: its address must be reached by https from the internet.`,
    { kind: 'invalid', outcome: 'notDone' },
  );
}
