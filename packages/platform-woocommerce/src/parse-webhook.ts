import { toRejection, type ParseWebhook, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok } from '@regulars/core/shared';
import { z } from 'zod';
import type { WooCommerceConfig } from './config.ts';
import { ignore, parseCustomer, parseOrder, parseProduct, type Parsed } from './parse-resource.ts';
import { parseJson } from './parse-json.ts';
import { id } from './wire.ts';

/** Reads a webhook. `created`, `updated` and `restored` are the same: each carries the whole resource as it is now. */
export const parseWebhook: ParseWebhook<PlatformEvent, WooCommerceConfig> = (webhook, config): Parsed => {
  const body = parseJson(webhook.body);
  if (body === null) {
    return fail({
      code: 'woocommerce.not_json',
      path: '',
      message: 'The body is no JSON object; it may have been cut off.',
    });
  }
  if (isErrorBody(body)) {
    const message =
      "The store sent an error in place of the resource: it was gone, or the webhook's owner may no longer see it.";
    return fail({ code: 'woocommerce.error_body', path: '', message });
  }
  const [resource = '', event = ''] = webhook.topic.split('.');
  if (resource === 'coupon' || webhook.topic.startsWith('action.')) return ignore('topic.unused');
  if (event === 'deleted') return parseDeletion(resource, body);
  if (resource === 'order') return parseOrder(body, config);
  if (resource === 'customer') return parseCustomer(body, config);
  if (resource === 'product') return parseProduct(body, config);
  return ignore('topic.unknown');
};

/** Only `{"id":20}`, and the number may be another resource's: trashing a coupon fires `product.deleted` as well. */
function parseDeletion(resource: string, body: object): Parsed {
  const read = z.object({ id }).safeParse(body);
  if (!read.success) return fail(toRejection('woocommerce.invalid', read.error));
  const externalId = String(read.data.id);
  if (resource === 'order') return ok([{ kind: 'orderDeleted', externalId }]);
  if (resource === 'customer') return ok([{ kind: 'customerDeleted', externalId }]);
  if (resource === 'product') return ok([{ kind: 'productDeleted', externalId }]);
  return ignore('topic.unknown');
}

function isErrorBody(body: object): boolean {
  return !('id' in body) && 'code' in body && typeof body.code === 'string' && 'message' in body;
}
