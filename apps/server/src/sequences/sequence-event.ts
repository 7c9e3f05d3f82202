import { z } from 'zod';
import { checkInAnswerSchema } from '@regulars/core/messaging';
import { segmentCauses } from '@regulars/core/segments';
import type { SequenceEvent } from '@regulars/core/sequences';
import { toInstant, type Id } from '@regulars/core/shared';
import type { StoredEvent } from '../foundation/events/claim-events.ts';

const idOf = <Name extends string>() => z.string().transform((id) => id as Id<Name>);

const orderData = z.object({
  orderId: idOf<'Order'>(),
  productExternalIds: z.array(z.string()),
  categories: z.array(z.string()),
  purchaseNumber: z.number(),
  isRenewal: z.boolean(),
  isHistory: z.boolean(),
});

const answerData = z.object({
  answer: checkInAnswerSchema,
  enrollmentId: idOf<'Enrollment'>().nullable(),
});

const cartData = z.object({
  cartId: idOf<'Cart'>(),
  productExternalIds: z.array(z.string()),
  previousAbandonedAt: z.number().transform(toInstant).nullable(),
});

const movementData = z.object({
  segmentKey: z.string(),
  cause: z.enum(segmentCauses),
  isHistory: z.boolean().default(false),
});

const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['orderPaid', 'orderFulfilled', 'orderRefunded', 'orderCancelled']), data: orderData }),
  z.object({ kind: z.literal('cartAbandoned'), data: cartData }),
  z.object({ kind: z.enum(['cartRecovered', 'cartDiscarded']), data: cartData.pick({ cartId: true }) }),
  z.object({ kind: z.enum(['segmentEntered', 'segmentLeft']), data: movementData }),
  z.object({ kind: z.literal('checkInAnswered'), data: answerData }),
  z.object({ kind: z.literal('customerErased') }),
]);

/** Reads what another room told. Null when sequences have no use for it. */
export function parseSequenceEvent(event: StoredEvent): SequenceEvent | null {
  const parsed = eventSchema.safeParse(event);
  return parsed.success ? { at: event.at, ...parsed.data } : null;
}
