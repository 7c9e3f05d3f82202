export { claimDeliveries, listStoresWithDueDeliveries, peekDeliveries, type Delivery } from './claim-deliveries.ts';
export { forgetBodies } from './forget-bodies.ts';
export { forgetDeliveriesOf } from './forget-deliveries.ts';
export { keepRejectedParts, type RejectedPart } from './keep-parts.ts';
export { countDeliveryTroubles, type DeliveryTroubles } from './count-troubles.ts';
export { listDelivering } from './list-delivering.ts';
export { settleDeliveries, type DeliveryOutcome } from './settle-deliveries.ts';
