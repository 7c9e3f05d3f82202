import { toRejection, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok, parseCurrency, type CurrencyCode, type Result } from '@regulars/core/shared';
import type { z } from 'zod';
import { toCheckout } from './contract/checkout.ts';
import { toConsent, toCustomerDetails } from './contract/customer.ts';
import { toOrder } from './contract/order.ts';
import { toProduct } from './contract/product.ts';
import { toRefund } from './contract/refund.ts';
import { envelope, type Schemas } from './contract/schemas.ts';
import type { WebhookRejection } from './rejection.ts';

type Parsed = Result<PlatformEvent, WebhookRejection>;

/**
 * Reads one event.
 *
 * @param base - a JSON pointer to it within the delivery; '' when it is the delivery.
 */
export function parseEvent(value: unknown, schemas: Schemas, base: string): Parsed {
  const read = envelope.safeParse(value);
  if (!read.success) return fail(toRejection('webhook.body_invalid', read.error, base));
  const { type, data } = read.data;
  const path = `${base}/data`;
  switch (type) {
    case 'order.upserted':
      return use(schemas[type], data, path, (wire) =>
        inCurrency(wire.currency, path, (code) => ({ kind: 'orderUpserted', order: toOrder(wire, code) })),
      );
    case 'refund.created':
      return use(schemas[type], data, path, (wire) =>
        inCurrency(wire.currency, path, (code) => ({
          kind: 'refundCreated',
          orderExternalId: wire.orderExternalId,
          currency: code,
          refund: toRefund(wire, code),
        })),
      );
    case 'product.upserted':
      return use(schemas[type], data, path, (wire) => {
        const { currency = null } = wire;
        if (currency === null) return ok({ kind: 'productUpserted', product: toProduct(wire, null) });
        return inCurrency(currency, path, (code) => ({ kind: 'productUpserted', product: toProduct(wire, code) }));
      });
    case 'cart.upserted':
    case 'checkout.abandoned':
      return use(schemas[type], data, path, (wire) =>
        inCurrency(wire.currency, path, (code) => ({ kind: 'checkoutUpserted', checkout: toCheckout(wire, code) })),
      );
    // The order tells the rest, and that the cart was bought.
    case 'cart.converted':
    case 'cart.deleted':
      return use(schemas[type], data, path, ({ externalId }) => ok({ kind: 'checkoutDeleted', externalId }));
    case 'customer.upserted':
      return use(schemas[type], data, path, (wire) => {
        const { createdAt, updatedAt, country, tags, externalId } = wire;
        return ok({
          kind: 'customerUpserted',
          customer: { ...toCustomerDetails(wire), externalId, createdAt, updatedAt, country, tags },
        });
      });
    case 'customer.consent_changed':
      return use(schemas[type], data, path, ({ externalId, email, consent }) =>
        ok({ kind: 'consentChanged', externalId, email, consent: toConsent(consent) }),
      );
    case 'privacy.erase':
      return use(schemas[type], data, path, ({ externalId, email }) =>
        ok({ kind: 'customerErased', externalId, email }),
      );
    case 'order.deleted':
      return use(schemas[type], data, path, ({ externalId }) => ok({ kind: 'orderDeleted', externalId }));
    case 'customer.deleted':
      return use(schemas[type], data, path, ({ externalId }) => ok({ kind: 'customerDeleted', externalId }));
    case 'product.deleted':
      return use(schemas[type], data, path, ({ externalId }) => ok({ kind: 'productDeleted', externalId }));
    case 'ping':
      return ok({ kind: 'ignored', reason: 'ping' });
    default:
      // A sender that is ahead of us must not be switched off for it.
      return ok({ kind: 'ignored', reason: 'type.unknown' });
  }
}

function use<Output>(
  schema: z.ZodType<Output>,
  data: unknown,
  path: string,
  toEvent: (wire: Output) => Parsed,
): Parsed {
  const read = schema.safeParse(data);
  return read.success ? toEvent(read.data) : fail(toRejection('webhook.body_invalid', read.error, path));
}

function inCurrency(currency: string, path: string, toEvent: (code: CurrencyCode) => PlatformEvent): Parsed {
  const code = parseCurrency(currency);
  if (code !== null) return ok(toEvent(code));
  return fail({
    code: 'webhook.currency_unknown',
    path: `${path}/currency`,
    message: 'Must be a currency of ISO 4217, such as EUR.',
  });
}
