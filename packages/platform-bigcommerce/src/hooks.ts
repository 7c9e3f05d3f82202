import { AdapterError, type HookState, type HookTarget, type PlatformHooks } from '@regulars/adapter-contracts';
import { z } from 'zod';
import type { BigCommerceClient } from './api/client.ts';
import { readAnswer } from './api/read-answer.ts';
import { toWebhookKey, webhookKeyHeader } from './webhook-key.ts';

/** What has to be heard of. Stock alone would fire a product's wildcard all day, so each event is named. */
const neededTopics = [
  'store/order/created',
  'store/order/updated',
  'store/order/archived',
  'store/order/statusUpdated',
  'store/order/refund/created',
  'store/customer/created',
  'store/customer/updated',
  'store/customer/deleted',
  'store/customer/address/created',
  'store/customer/address/updated',
  'store/product/created',
  'store/product/updated',
  'store/product/deleted',
  'store/subscriber/created',
  'store/subscriber/updated',
  'store/cart/abandoned',
  'store/cart/converted',
  'store/cart/deleted',
  'store/app/uninstalled',
];

const wireHook = z.object({
  id: z.int(),
  scope: z.string(),
  destination: z.string(),
  is_active: z.boolean(),
  headers: z.record(z.string(), z.unknown()).nullish(),
});

type WireHook = z.output<typeof wireHook>;

const wireHooks = z.object({ data: z.array(wireHook) });

const pageSize = 250;

/** BigCommerce disables a webhook after two days of failures, and after ninety days without an event. */
export function createHooks(client: BigCommerceClient): PlatformHooks {
  return {
    async check(target) {
      const hooks = await listHooks(client, target.hookUrl);
      return neededTopics.map((topic) => ({ topic, state: toState(hooks, topic, target) }));
    },
    async repair(target) {
      refuseUnlessReachable(target.hookUrl);
      const hooks = await listHooks(client, target.hookUrl);
      const lacking = neededTopics.filter((topic) => toState(hooks, topic, target) !== 'active');
      for (const topic of lacking) {
        const present = hooks.find(({ scope }) => scope === topic);
        const wanted = {
          scope: topic,
          destination: target.hookUrl,
          is_active: true,
          headers: { [webhookKeyHeader]: toWebhookKey(target.secret) },
        };
        await (present === undefined ? client.post('v3/hooks', wanted) : client.put(`v3/hooks/${present.id}`, wanted));
      }
      return lacking;
    },
  };
}

/** One that bears the key of an earlier secret delivers what we would refuse, which is as good as disabled. */
function toState(hooks: readonly WireHook[], topic: string, { secret }: HookTarget): HookState['state'] {
  const present = hooks.filter(({ scope }) => scope === topic);
  if (present.length === 0) return 'missing';
  const isRight = present.some(
    ({ is_active: isActive, headers }) =>
      isActive && (readKey(headers) ?? toWebhookKey(secret)) === toWebhookKey(secret),
  );
  return isRight ? 'active' : 'disabled';
}

function readKey(headers: WireHook['headers']): unknown {
  const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === webhookKeyHeader);
  return found?.[1];
}

/** Only this API account's own are told; those to other addresses are somebody else's. */
async function listHooks(client: BigCommerceClient, destination: string): Promise<readonly WireHook[]> {
  const found: WireHook[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = readAnswer(wireHooks, await client.get('v3/hooks', { destination, limit: pageSize, page }));
    found.push(...data.filter((hook) => hook.destination === destination));
    if (data.length < pageSize) return found;
  }
}

function refuseUnlessReachable(hookUrl: string): void {
  const { protocol, port } = new URL(hookUrl);
  if (protocol === 'https:' && port === '') return;
  throw new AdapterError('BigCommerce delivers to https on port 443 only; give this server such an address.', {
    kind: 'misconfigured',
    outcome: 'notDone',
  });
}
