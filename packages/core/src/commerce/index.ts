export type { Address } from './address.ts';
export type { CommerceEvent, OrderFacts } from './commerce-event.ts';
export type { Consent, ConsentState } from './consent.ts';
export type { CustomerDetails, PlatformCustomer } from './customer.ts';
export type { LineItem } from './line-item.ts';
export type { Order, OrderSource, OrderStatus, OrderTotals } from './order.ts';
export type { Product } from './product.ts';
export type { Refund } from './refund.ts';
