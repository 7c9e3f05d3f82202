import { createHash, timingSafeEqual } from 'node:crypto';
import type { VerifyWebhook } from '@regulars/adapter-contracts';
import { secondMs } from '@regulars/core/shared';
import { toSignature } from './signature.ts';

/** Both ways: clocks differ, and a replay must not be older. */
const toleranceMs = 300 * secondMs;
/** A rotation needs two; more would only be work for us. */
const mostSignatures = 10;

/**
 * Checks the headers `webhook-id`, `webhook-timestamp` and `webhook-signature` of Standard Webhooks.
 * The npm package of that name reads its own clock and turns bodies into text, so it serves the tests as a second opinion.
 */
export const verifyWebhook: VerifyWebhook = ({ headers, body }, { secrets }, now) => {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures) return { kind: 'refused', code: 'webhook.signature_missing' };
  const given = readSignatures(signatures);
  const isGenuine = secrets.flatMap((secret) => {
    const expected = toSignature(secret, id, timestamp, body);
    return expected === null
      ? []
      : given.map((signature) => signature.length === expected.length && timingSafeEqual(signature, expected));
  });
  if (!isGenuine.includes(true)) return { kind: 'refused', code: 'webhook.signature_invalid' };
  const ageMs = now - Number(timestamp) * secondMs;
  // Written so that a timestamp that is no number is refused too.
  if (!(Math.abs(ageMs) <= toleranceMs)) return { kind: 'refused', code: 'webhook.timestamp_out_of_tolerance' };
  // A sender that uses one id for two bodies is wrong, but what it sent is not lost by that.
  const dedupeKey = `${id}:${createHash('sha256').update(body).digest('hex')}`;
  return { kind: 'verified', webhook: { topic: toTopic(body), dedupeKey, headers: {}, body } };
};

/** `v1,<base64> v1,<base64>`; other versions are not ours to check. */
function readSignatures(header: string): readonly Buffer[] {
  return header
    .split(' ', mostSignatures)
    .filter((entry) => entry.startsWith('v1,'))
    .map((entry) => Buffer.from(entry.slice(3), 'base64'));
}

/** A label for lists and logs, taken from the beginning of the body; what counts is read by `parseWebhook`. */
function toTopic(body: Uint8Array): string {
  const beginning = new TextDecoder().decode(body.subarray(0, 300));
  if (/"events"\s*:/.test(beginning)) return 'batch';
  return /"type"\s*:\s*"([a-z_.]{1,60})"/.exec(beginning)?.[1] ?? 'unknown';
}
