import { z } from 'zod';
import type { ParseWebhook, Receipt } from '@regulars/adapter-contracts';
import { fail, ok, secondMs, toInstant } from '@regulars/core/shared';
import { toBounceReceipt, type BounceReceipt } from './to-bounce-receipt.ts';
import { isMachine } from './is-machine.ts';
import type { MailgunConfig } from './mailgun-config.ts';

const text = z.string().catch('');

/** What is read of `event-data`; Mailgun sends far more. */
const eventSchema = z.object({
  event: z.string(),
  id: z.string().min(1),
  timestamp: z.number().positive(),
  severity: text,
  reason: text,
  recipient: text,
  url: z.string().nullable().catch(null),
  message: z.object({ headers: z.object({ 'message-id': text, to: text }).partial().catch({}) }).catch({ headers: {} }),
  // Absent, `{}`, or values that are JSON in a string.
  'user-variables': z.record(z.string(), z.unknown()).catch({}),
  'delivery-status': z
    .object({ 'enhanced-code': text, message: text, description: text, code: z.number().catch(0) })
    .partial()
    .catch({}),
  'client-info': z
    .object({ bot: text, 'client-type': text, 'client-name': text, 'user-agent': text })
    .partial()
    .catch({}),
});
export type MailgunEvent = z.output<typeof eventSchema>;

/** Reads an event of Mailgun's as a receipt, in the field's words. `accepted` and `stored` tell nothing we do not know. */
export const parseWebhook: ParseWebhook<Receipt, MailgunConfig> = (webhook) => {
  let body: unknown;
  try {
    body = JSON.parse(Buffer.from(webhook.body).toString('utf8'));
  } catch {
    return fail({ code: 'webhook.body_invalid', path: '', message: 'The body is not JSON.' });
  }
  const parsed = z.object({ 'event-data': eventSchema }).safeParse(body);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map((part) => `/${String(part)}`).join('') ?? '';
    return fail({
      code: 'webhook.body_invalid',
      path,
      message: 'An event needs event, id and a timestamp in seconds.',
    });
  }
  const event = parsed.data['event-data'];
  const outcome = toOutcome(event);
  if (outcome === null) return ok([]);
  const effectId = event['user-variables']['effect_id'];
  return ok([
    {
      ...outcome,
      externalId: event.id,
      at: toInstant(Math.round(event.timestamp * secondMs)),
      recipient: event.recipient === '' ? (event.message.headers.to ?? '') : event.recipient,
      messageId: event.message.headers['message-id']?.replace(/^<|>$/g, '') ?? null,
      effectId: typeof effectId === 'string' ? effectId : null,
      isMachine: isMachine(event),
      url: event.url,
    },
  ]);
};

function toOutcome(event: MailgunEvent): BounceReceipt | null {
  switch (event.event) {
    case 'failed':
      return toBounceReceipt(event);
    case 'delivered':
    case 'complained':
    case 'unsubscribed':
    case 'opened':
    case 'clicked':
    case 'rejected':
      return { kind: event.event, isPermanent: false, bounceKind: null, detailCode: null };
    default:
      return null;
  }
}
