export type { Address } from './address.ts';
export {
  defaultCartPolicy,
  findAbandonment,
  findPurchase,
  type CartFacts,
  type CartPolicy,
  type PlacedOrder,
  type WaitingCart,
} from './cart.ts';
export type { Checkout } from './checkout.ts';
export type { CommerceEvent, OrderFacts } from './commerce-event.ts';
export type { Consent, ConsentState } from './consent.ts';
export type { CustomerDetails, PlatformCustomer } from './customer.ts';
export {
  deriveOrderStatus,
  isPurchase,
  type OrderStatusFacts,
  type PlatformOrderStatus,
} from './derive-order-status.ts';
export { toEmailKey } from './email-key.ts';
export type { LineItem } from './line-item.ts';
export type { Order, OrderSource, OrderStatus, OrderTotals } from './order.ts';
export { toPersonKey } from './person-key.ts';
export type { Product } from './product.ts';
export type { Refund } from './refund.ts';
