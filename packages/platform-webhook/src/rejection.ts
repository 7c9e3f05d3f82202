import type { Rejection } from '@regulars/core/shared';

/** Why a genuine webhook cannot be used. Codes are API. */
export type WebhookRejectionCode =
  /** The body is no JSON object in UTF-8. */
  | 'webhook.body_not_json'
  /** A field is missing or of the wrong form. */
  | 'webhook.body_invalid'
  | 'webhook.currency_unknown'
  | 'webhook.batch_too_large';

export type WebhookRejection = Rejection<WebhookRejectionCode>;
