export { configSchema, type WooCommerceConfig } from './config.ts';
export type { WooCommerceRejection, WooCommerceRejectionCode } from './rejection.ts';
