import type { PlatformCapabilities } from '@regulars/adapter-contracts';

/** What Example Shop can do; the kit picks its clauses from it. */
export const capabilities: PlatformCapabilities = {
  discountCodes: true, //? discountCodes
  discountCodes: false, //! discountCodes
  orderCount: true, //? orderCount
  orderCount: false, //! orderCount
  pulls: true, //? pulls
  hooks: true, //? hooks
  thinWebhooks: true, //? thinWebhooks
  signedTimestamp: false,
};
