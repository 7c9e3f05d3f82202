import { toRejection } from '@regulars/adapter-contracts';
import { fail, ok, parseCurrency } from '@regulars/core/shared';
import type { BigCommerceConfig } from '../config.ts';
import { toCheckout } from '../model/to-checkout.ts';
import { wireCart } from '../wire/wire-cart.ts';
import type { ReadEvents } from './read-orders.ts';

export function readCart({ channelId }: BigCommerceConfig, raw: unknown): ReadEvents {
  const read = wireCart.safeParse(raw);
  if (!read.success) return fail(toRejection('bigcommerce.invalid', read.error));
  if (channelId !== undefined && read.data.channel_id !== String(channelId))
    return ok([{ kind: 'ignored', reason: 'cart.other_channel' }]);
  const currency = parseCurrency(read.data.currency.code);
  if (currency === null) {
    const message = 'Must be a currency of ISO 4217, such as EUR.';
    return fail({ code: 'bigcommerce.unknown_currency', path: '/currency/code', message });
  }
  return ok([{ kind: 'checkoutUpserted', checkout: toCheckout(read.data, currency) }]);
}
