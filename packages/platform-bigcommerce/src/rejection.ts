import type { Rejection } from '@regulars/core/shared';

/** Why a genuine webhook of BigCommerce, or what it names, cannot be used. Codes are API. */
export type BigCommerceRejectionCode =
  /** The body is no JSON object, e.g. cut off on its way. */
  | 'bigcommerce.not_json'
  /** A field is missing or of the wrong form. */
  | 'bigcommerce.invalid'
  | 'bigcommerce.unknown_currency'
  /** The delivery is of another store of the same API account's owner. */
  | 'bigcommerce.other_store';

export type BigCommerceRejection = Rejection<BigCommerceRejectionCode>;
