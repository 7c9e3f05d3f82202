import type { Rejection } from '@regulars/core/shared';

/** Why a genuine webhook of Shopify cannot be used. Codes are API. */
export type ShopifyRejectionCode =
  /** The body is no JSON object, e.g. cut off on its way. */
  | 'shopify.not_json'
  /** A field is missing or of the wrong form. */
  | 'shopify.invalid'
  | 'shopify.unknown_currency'
  /** The delivery is of another shop of the same app: its webhooks go to the wrong address. */
  | 'shopify.other_shop';

export type ShopifyRejection = Rejection<ShopifyRejectionCode>;
