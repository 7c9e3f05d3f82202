import type { ParseWebhook, VerifiedWebhook, VerifyWebhook, WebhookRequest } from '@regulars/adapter-contracts';
import type { Instant } from '@regulars/core/shared';

/** A delivery before it is signed. */
export interface WebhookSample {
  readonly topic: string;
  readonly body: string;
}

/** How the kit makes genuine deliveries of one upstream. */
export interface WebhookHarness {
  /** Two different secrets of the form the upstream uses. */
  readonly secrets: readonly [current: string, previous: string];
  /** When the deliveries arrive. */
  readonly now: Instant;
  /** Signs as the upstream does, at the given time where signatures carry one. Called twice it is the same delivery twice. */
  sign(sample: WebhookSample, secret: string, at: Instant): WebhookRequest;
  /** What the signature covers: with `envelope` a changed body still verifies, as at Mailgun. */
  readonly signatureCovers: 'body' | 'envelope';
  /** The signature carries the time, and deliveries older or newer than this are refused; null where it carries none. */
  readonly toleranceMs: number | null;
  /** At least two different genuine deliveries that can be used. */
  readonly samples: readonly [WebhookSample, WebhookSample, ...WebhookSample[]];
}

/** The half of an adapter that takes deliveries. */
export interface WebhookReceiver<Event, Config> {
  readonly verifyWebhook: VerifyWebhook;
  readonly parseWebhook: ParseWebhook<Event, Config>;
}

/** A sample as `parseWebhook` gets it: signed, verified, and so with all that verifying adds. */
export function verified<Event, Config>(
  { verifyWebhook }: WebhookReceiver<Event, Config>,
  harness: WebhookHarness,
  sample: WebhookSample,
): VerifiedWebhook {
  const [secret] = harness.secrets;
  const verdict = verifyWebhook(harness.sign(sample, secret, harness.now), { secrets: [secret] }, harness.now);
  if (verdict.kind !== 'verified')
    throw new Error(
      `A genuine delivery of ${sample.topic} is ${verdict.kind === 'refused' ? verdict.code : 'taken for a ping'}.`,
    );
  return verdict.webhook;
}
