import type { PlatformEvent } from '@regulars/adapter-contracts';
import { assertNever } from '@regulars/core/shared';
import { applyAccount, applyAccountDeletion, applyConsent, applyErasure } from './apply-account.ts';
import { applyCheckout, applyCheckoutDeletion } from './apply-checkout.ts';
import { applyOrder } from './apply-order.ts';
import { applyProduct, applyProductDeletion } from './apply-product.ts';
import { applyOrderAnonymization, applyOrderDeletion, applyRefund } from './apply-refund.ts';
import { applyDataRequest, noteOfConnection } from './apply-notice.ts';
import type { StatementContext, Verdict } from './statement.ts';
import type { World } from './world.ts';

/** Changes the world by one thing the platform tells. Applying it again changes nothing more. */
export function applyEvent(world: World, context: StatementContext, event: PlatformEvent): Verdict {
  switch (event.kind) {
    case 'orderUpserted':
      return applyOrder(world, context, event.order);
    case 'orderDeleted':
      return applyOrderDeletion(world, context, event.externalId);
    case 'refundCreated':
      return applyRefund(world, context, event);
    case 'customerUpserted':
      return applyAccount(world, context, event.customer);
    case 'customerDeleted':
      return applyAccountDeletion(world, context, event.externalId);
    case 'customerErased':
      return applyErasure(world, context, event.externalId, event.email);
    case 'orderAnonymized':
      return applyOrderAnonymization(world, context, event.externalId, event.updatedAt);
    case 'consentChanged':
      return applyConsent(world, context, event);
    case 'productUpserted':
      return applyProduct(world, context, event.product);
    case 'productDeleted':
      return applyProductDeletion(world, context, event.externalId);
    case 'checkoutUpserted':
      return applyCheckout(world, context, event.checkout);
    case 'checkoutDeleted':
      return applyCheckoutDeletion(world, context, event.externalId);
    case 'personDataRequested':
      return applyDataRequest(world, context, event);
    case 'storeErasureRequested':
      return noteOfConnection(world, context, 'storeErasureDemanded');
    case 'disconnected':
      return noteOfConnection(world, context, 'disconnected');
    case 'resourceChanged':
      return { change: 'waiting', reason: 'resource.unread' };
    case 'ignored':
      return { change: 'ignored', reason: event.reason };
    case 'partRejected':
      return { change: 'unchanged', reason: null };
    default:
      return assertNever(event);
  }
}
