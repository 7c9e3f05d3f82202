import type { Answer } from '../upstream/fault.ts';
import { deliverPing, deliverWebhook, type HookAnswer } from './deliver-webhook.ts';
import { listRows, type Query } from './list-rows.ts';
import { restAnswer, restError } from './rest-answer.ts';
import type { FakeWooRow } from './rows.ts';

/** A webhook as `wc/v3` tells it, which is without its secret and without its count of failures. */
export interface FakeWooWebhook extends FakeWooRow {
  readonly name: string;
  /** `disabled` after seven failures in a row; a test may set it. */
  status: string;
  readonly topic: string;
  readonly delivery_url: string;
}

type Wanted = Readonly<Record<string, unknown>>;

/** What a webhook is made of; without a secret of its own WooCommerce makes one up. */
interface New {
  readonly topic: string;
  readonly delivery_url: string;
  readonly name?: string;
  readonly secret?: string;
}

const topics = /^(order|product|coupon)\.(created|updated|deleted|restored)$|^customer\.(created|updated|deleted)$/;
/** So many failures in a row are borne. */
const tolerance = 6;

/** The shop's webhooks, and what becomes of them when nobody answers. */
export interface WebhookDesk {
  readonly webhooks: readonly FakeWooWebhook[];
  /** Registers one, as somebody else may have done. */
  add(webhook: New): FakeWooWebhook;
  /** Deletes those of a topic, as somebody may do in the administration. */
  remove(topic: string): void;
  /** Answers a request to `/webhooks…`. */
  answer(request: { method: string; id: string | undefined; query: Query; wanted: Wanted | null }): Promise<Answer>;
  /** Delivers to every active webhook of the topic, once: WooCommerce does not try again. */
  announce(topic: string, payload: unknown): Promise<readonly HookAnswer[]>;
}

export function openWebhookDesk(url: string): WebhookDesk {
  const webhooks: FakeWooWebhook[] = [];
  const kept = new Map<FakeWooWebhook, { secret: string; failures: number }>();
  let lastId = 0;

  function add({ topic, delivery_url: deliveryUrl, name, secret }: New): FakeWooWebhook {
    lastId += 1;
    const now = new Date().toISOString().slice(0, 19);
    const [resource, event] = topic.split('.');
    const made = {
      id: lastId,
      name: name ?? 'Webhook created on Nov 22, 2026 @ 10:00 AM',
      // Active, whatever was asked for.
      status: 'active',
      topic,
      resource,
      event,
      delivery_url: deliveryUrl,
      date_created_gmt: now,
      date_modified_gmt: now,
    };
    webhooks.push(made);
    kept.set(made, { secret: secret ?? `random-${lastId}`, failures: 0 });
    return made;
  }

  async function create(wanted: Wanted): Promise<Answer> {
    const { topic, delivery_url: deliveryUrl, name, secret } = wanted;
    if (typeof topic !== 'string' || !topics.test(topic))
      return refuse(400, 'invalid_topic', 'Webhook topic is required and must be valid.');
    if (typeof deliveryUrl !== 'string' || !/^https?:\/\//.test(deliveryUrl))
      return refuse(400, 'invalid_delivery_url', 'Webhook delivery URL must be a valid URL.');
    const made = add({
      topic,
      delivery_url: deliveryUrl,
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof secret === 'string' ? { secret } : {}),
    });
    // Nobody but a test's own server is pinged.
    if (new URL(deliveryUrl).hostname === '127.0.0.1') await deliverPing(deliveryUrl, made.id).catch(() => null);
    return restAnswer(201, made);
  }

  function update(webhook: FakeWooWebhook, { status, secret }: Wanted): Answer {
    const inside = kept.get(webhook);
    if (inside !== undefined && typeof secret === 'string') inside.secret = secret;
    // The count of failures stays: one more, and it is disabled again.
    if (typeof status === 'string') webhook.status = status;
    return restAnswer(200, webhook);
  }

  return {
    webhooks,
    add,
    remove: (topic) => {
      webhooks.splice(0, webhooks.length, ...webhooks.filter((webhook) => webhook.topic !== topic));
    },
    async answer({ method, id, query, wanted }) {
      if (id === undefined && method === 'GET') {
        const status = query.get('status') ?? 'all';
        const found = webhooks.filter((webhook) => status === 'all' || webhook.status === status);
        const orderings = ['date', 'id', 'title'];
        return listRows(found, query, { orderings, defaultOrder: 'desc', hasDates: true, offsetMs: 0, url });
      }
      if (method !== 'GET' && method !== 'DELETE' && wanted === null)
        return restError(400, 'rest_invalid_json', 'Invalid JSON body passed.');
      if (id === undefined) return create(wanted ?? {});
      const webhook = webhooks.find((candidate) => String(candidate.id) === id);
      if (method === 'DELETE' && query.get('force') !== 'true')
        return restError(501, 'woocommerce_rest_trash_not_supported', 'Webhooks do not support trashing.');
      if (webhook === undefined) return refuse(404, 'invalid_id', 'Invalid ID.');
      if (method === 'DELETE') webhooks.splice(webhooks.indexOf(webhook), 1);
      return method === 'PUT' ? update(webhook, wanted ?? {}) : restAnswer(200, webhook);
    },
    async announce(topic, payload) {
      const answers: HookAnswer[] = [];
      for (const webhook of webhooks.filter((each) => each.topic === topic && each.status === 'active')) {
        const inside = kept.get(webhook);
        if (inside === undefined) continue;
        const { id: webhookId, delivery_url: hookUrl } = webhook;
        const answer = await deliverWebhook({ hookUrl, topic, payload, secret: inside.secret, webhookId });
        answers.push(answer);
        // Redirects count as delivered, and are not followed.
        inside.failures = answer.status >= 200 && answer.status < 303 ? 0 : inside.failures + 1;
        if (inside.failures > tolerance) webhook.status = 'disabled';
      }
      return answers;
    },
  };
}

function refuse(status: number, code: string, message: string): Answer {
  return restError(status, `woocommerce_rest_shop_webhook_${code}`, message);
}
