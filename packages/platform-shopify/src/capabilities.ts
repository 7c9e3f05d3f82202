import type { PlatformCapabilities } from '@regulars/adapter-contracts';

/**
 * Shopify signs the body only, so a replay is told by the dedupe key and not by its age. Where a discount is on some products,
 * it counts only those towards a minimum spend.
 */
export const capabilities: PlatformCapabilities = {
  discountCodes: true,
  orderCount: true,
  signedTimestamp: false,
  pulls: true,
  hooks: true,
  carts: true,
  freeShipping: true,
  freeGift: true,
  giftsWithoutMinimumOnly: true,
};
