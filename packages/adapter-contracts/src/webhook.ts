import type { Instant, Rejection, Result } from '@regulars/core/shared';

/** A webhook as it came over the wire. Header names in lower case. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The raw bytes: signatures cover these, never a re-serialised body. */
  readonly body: Uint8Array;
}

/** What must be known of a connection to verify a webhook: the current secret first, then the previous one while it is still valid. */
export interface WebhookSecrets {
  readonly secrets: readonly string[];
}

/** A webhook whose signature held; only `verifyWebhook` makes one. Intake keeps it word for word. */
export interface VerifiedWebhook {
  /** The platform's name for what happened, e.g. `order.updated`. */
  readonly topic: string;
  /** Equal for deliveries that are the same delivery again, different for all others. */
  readonly dedupeKey: string;
  /** The headers `parseWebhook` needs later, and no others. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A verified webhook as intake kept it; what `parseWebhook` is given, perhaps days later. */
export type KeptWebhook = Omit<VerifiedWebhook, 'dedupeKey'>;

export type WebhookRefusal =
  | 'webhook.signature_missing'
  | 'webhook.signature_invalid'
  | 'webhook.timestamp_out_of_tolerance';

/** `ping` is a platform's test call that carries no data: it is answered 200 and not kept. */
export type WebhookVerdict =
  | { readonly kind: 'verified'; readonly webhook: VerifiedWebhook }
  | { readonly kind: 'ping' }
  | { readonly kind: 'refused'; readonly code: WebhookRefusal };

/** Verifying is pure and synchronous: no I/O, time is an argument. Comparison takes constant time. */
export type VerifyWebhook = (request: WebhookRequest, secrets: WebhookSecrets, now: Instant) => WebhookVerdict;

/** Parsing is pure and synchronous; what cannot be used is rejected with a reason and kept as poison. */
export type ParseWebhook<Event, Config> = (webhook: KeptWebhook, config: Config) => Result<readonly Event[], Rejection>;
