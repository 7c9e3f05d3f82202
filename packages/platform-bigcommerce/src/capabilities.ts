import type { PlatformCapabilities } from '@regulars/adapter-contracts';

/** BigCommerce's webhooks name what changed and no more; its promotions are for groups of customers, never for one. */
export const capabilities: PlatformCapabilities = {
  discountCodes: true,
  orderCount: true,
  signedTimestamp: true,
  pulls: true,
  hooks: true,
  carts: true,
  freeShipping: true,
  freeGift: true,
  thinWebhooks: true,
  unboundCodesOnly: true,
};
