import { z } from 'zod';
import type { WebhookConfig } from '../config.ts';
import { envelope, largestBatch, schemas } from './schemas.ts';

/** The contract as a JSON Schema (2020-12) of what a sender writes, for editors and validators on its side. */
export function toContractJsonSchema(format: WebhookConfig['moneyFormat']): object {
  const events = Object.entries(schemas[format]).map(([type, data]) =>
    z.object({ ...envelope.shape, type: z.literal(type), data }).meta({ id: type }),
  );
  const event = z.union(events).meta({ id: 'event' });
  const contract = z.union([
    event,
    z.object({ spec: z.literal('1'), events: z.array(event).min(1).max(largestBatch) }),
  ]);
  const title = `Regulars generic webhook, version 1, money in ${format === 'minor' ? 'minor units' : 'decimal strings'}`;
  return { title, ...z.toJSONSchema(contract, { io: 'input' }) };
}
