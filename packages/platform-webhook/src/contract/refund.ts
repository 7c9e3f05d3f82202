import type { Refund } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import { z } from 'zod';
import { currency, externalId, instant, text } from './fields.ts';
import { toMinor, type WireAmount } from './money.ts';

/** Money given back, as a positive amount. May come before its order: it waits for it. */
export function createRefundSchema(amount: z.ZodType<WireAmount>) {
  return z.object({
    externalId,
    orderExternalId: externalId,
    createdAt: instant,
    amount: amount.refine((value) => Number(value) > 0, { error: 'Must be greater than zero.' }),
    currency,
    reason: text,
  });
}

export function toRefund(wire: z.output<ReturnType<typeof createRefundSchema>>, code: CurrencyCode): Refund {
  return {
    externalId: wire.externalId,
    createdAt: wire.createdAt,
    amountMinor: toMinor(wire.amount, code),
    reason: wire.reason,
  };
}
