import { z } from 'zod';
import type { WebhookConfig } from '../config.ts';
import { createCheckoutSchema } from './checkout.ts';
import { consentChange, customer, person } from './customer.ts';
import { externalId, optionalInstant } from './fields.ts';
import { createAmountSchema } from './money.ts';
import { createOrderSchema } from './order.ts';
import { createProductSchema } from './product.ts';
import { createRefundSchema } from './refund.ts';

export const largestBatch = 500;

/** What surrounds every event, alone or in a batch. `data` is read by the schema of its type. */
export const envelope = z.object(
  {
    spec: z.literal('1', { error: 'Must be "1".' }).optional(),
    id: externalId.optional().meta({ description: 'Unique per event.' }),
    type: z.string({ error: 'Must be the type of the event, such as "order.upserted".' }),
    occurredAt: optionalInstant,
    data: z.unknown(),
  },
  { error: 'Must be an event: an object with type and data.' },
);

export const batch = z.object({
  spec: z.literal('1', { error: 'Must be "1".' }),
  events: z.array(z.unknown(), { error: 'Must be a list of events.' }),
});

const reference = z.object({ externalId });

/** The schema of `data` by type of event, for one way of writing money. */
function createSchemas(format: WebhookConfig['moneyFormat']) {
  const amount = createAmountSchema(format);
  const checkout = createCheckoutSchema(amount);
  return {
    'order.upserted': createOrderSchema(amount),
    'order.deleted': reference,
    'refund.created': createRefundSchema(amount),
    'customer.upserted': customer,
    'customer.deleted': reference,
    'customer.consent_changed': consentChange,
    'product.upserted': createProductSchema(amount),
    'product.deleted': reference,
    'cart.upserted': checkout,
    'cart.converted': reference,
    'cart.deleted': reference,
    'checkout.abandoned': checkout,
    'privacy.erase': person,
    ping: z.unknown(),
  } as const;
}

export type Schemas = ReturnType<typeof createSchemas>;

/** Built once: building them takes longer than using them. */
export const schemas: Readonly<Record<WebhookConfig['moneyFormat'], Schemas>> = {
  minor: createSchemas('minor'),
  decimal: createSchemas('decimal'),
};
