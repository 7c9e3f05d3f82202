import { toRejection, type ParseWebhook, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok } from '@regulars/core/shared';
import type { WebhookConfig } from './config.ts';
import { batch, largestBatch, schemas } from './contract/schemas.ts';
import { parseEvent } from './parse-event.ts';

/**
 * Reads one event or a batch. In a batch each event stands for itself: the good ones come out as events, each bad one as
 * `partRejected` with a pointer into the batch. A batch of nothing but bad events is refused as a whole.
 */
export const parseWebhook: ParseWebhook<PlatformEvent, WebhookConfig> = ({ body }, config) => {
  const value = parseJson(body);
  if (value === null)
    return fail({ code: 'webhook.body_not_json', path: '', message: 'The body must be a JSON object in UTF-8.' });
  const shapes = schemas[config.moneyFormat];
  if (!('events' in value)) {
    const parsed = parseEvent(value, shapes, '');
    return parsed.ok ? ok([parsed.value]) : parsed;
  }
  const read = batch.safeParse(value);
  if (!read.success) return fail(toRejection('webhook.body_invalid', read.error));
  const { events } = read.data;
  if (events.length > largestBatch) {
    return fail({
      code: 'webhook.batch_too_large',
      path: '/events',
      message: `Must be at most ${largestBatch} events.`,
    });
  }
  if (events.length === 0) return ok([{ kind: 'ignored', reason: 'batch.empty' }]);
  const parsed = events.map((event, index) => parseEvent(event, shapes, `/events/${index}`));
  const [first] = parsed;
  if (first?.ok === false && parsed.every((one) => !one.ok)) return first;
  return ok(
    parsed.map((one, index) =>
      one.ok ? one.value : { kind: 'partRejected', rejection: one.failure, part: JSON.stringify(events[index]) },
    ),
  );
};

function parseJson(bytes: Uint8Array): object | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
