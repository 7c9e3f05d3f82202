import type { PlatformCapabilities } from '@regulars/adapter-contracts';

/** Discount codes need a `callbackUrl`; a connection without one answers `misconfigured`. */
export const capabilities: PlatformCapabilities = {
  discountCodes: true,
  orderCount: false,
  signedTimestamp: true,
  freeShipping: true,
  freeGift: true,
};
