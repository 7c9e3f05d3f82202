import type { Rejection } from '@regulars/core/shared';

/** Why what WooCommerce sent cannot be used. Codes are API. */
export type WooCommerceRejectionCode =
  /** The body is no JSON object, e.g. cut off on its way. */
  | 'woocommerce.not_json'
  /** The body is an error of the REST API, signed like any other: the webhook's owner lost the right to see the resource, or it was gone. */
  | 'woocommerce.error_body'
  /** A field is missing or of the wrong form. */
  | 'woocommerce.invalid'
  | 'woocommerce.unknown_currency';

export type WooCommerceRejection = Rejection<WooCommerceRejectionCode>;
