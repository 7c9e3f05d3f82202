import { z } from 'zod';
import { amount, id, list, optionalDate, text } from './wire.ts';

export const wireRefund = z.object({
  id,
  order_id: id,
  created: optionalDate,
  reason: text,
  total_amount: amount,
  payments: list(z.object({ is_declined: z.boolean().nullish() })),
});

export type WireRefund = z.output<typeof wireRefund>;

/** Whether money went back: a refund all of whose payments were declined did not happen. */
export function isDone({ payments }: WireRefund): boolean {
  return payments.length === 0 || payments.some(({ is_declined: isDeclined }) => isDeclined !== true);
}
