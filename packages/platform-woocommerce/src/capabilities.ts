import type { PlatformCapabilities } from '@regulars/adapter-contracts';

/** WooCommerce signs the body only, so a replay is told by the dedupe key and not by its age. */
export const capabilities: PlatformCapabilities = {
  discountCodes: true,
  orderCount: true,
  signedTimestamp: false,
  freeShipping: true,
  freeGift: true,
  pulls: true,
  hooks: true,
};
