import type { SequenceDefinition } from './definition.ts';
import type { EnrollmentState } from './enrollment.ts';
import type { SequenceEvent } from './match-trigger.ts';

/**
 * Why an event ends an enrollment; null when it does not. A refund or a cancellation concerns the enrollments of that
 * order and those of no order; a cart's end the enrollment about it, whatever its sequence names; an answer to a check-in concerns the enrollment that asked.
 *
 * @example
 * ```ts
 * findExitReason(definition, state, { kind: 'orderRefunded', at, data: order }); // 'order_refunded'
 * ```
 */
export function findExitReason(
  { exitOn, trigger }: Pick<SequenceDefinition, 'exitOn' | 'trigger'>,
  state: EnrollmentState,
  event: SequenceEvent,
): string | null {
  switch (event.kind) {
    case 'customerErased':
      return 'customer_erased';
    case 'orderRefunded':
    case 'orderCancelled':
      if (!exitOn.includes(event.kind)) return null;
      if (state.orderId !== null && state.orderId !== event.data.orderId) return null;
      return event.kind === 'orderRefunded' ? 'order_refunded' : 'order_cancelled';
    case 'orderPaid':
      if (!exitOn.includes('orderedAgain') || event.data.isRenewal) return null;
      // An older order that becomes known late says nothing about what the customer did since.
      return event.data.orderId !== state.orderId && event.at > state.triggeredAt ? 'ordered_again' : null;
    case 'cartRecovered':
      return event.data.cartId === state.cartId ? 'cart_recovered' : null;
    case 'cartDiscarded':
      return event.data.cartId === state.cartId ? 'cart_discarded' : null;
    case 'segmentLeft':
      if (!exitOn.includes('segmentLeft') || trigger.event !== 'segmentEntered') return null;
      return event.data.segmentKey === trigger.when.segmentKey ? 'segment_left' : null;
    case 'checkInAnswered':
      if (event.data.enrollmentId !== state.enrollmentId) return null;
      if (event.data.answer === 'problem') return exitOn.includes('reportedProblem') ? 'reported_problem' : null;
      return event.data.answer === 'question' && exitOn.includes('askedQuestion') ? 'asked_question' : null;
    default:
      return null;
  }
}
