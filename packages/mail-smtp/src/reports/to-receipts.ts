import { createHash } from 'node:crypto';
import type { Receipt, ReceiptKind } from '@regulars/adapter-contracts';
import type { Instant } from '@regulars/core/shared';
import type { DeliveryReport, ReportedRecipient } from './delivery-report.ts';

/**
 * A report in the vocabulary of receipts, one for each recipient it says something of. The same report read twice gives the
 * same `externalId`. A message given up for a passing reason is `expired`, never `bounced`.
 */
export function toReceipts({ messageId, recipients }: DeliveryReport, at: Instant): readonly Receipt[] {
  return recipients.flatMap((recipient): Receipt[] => {
    const kind = toKind(recipient);
    const { address, bounce } = recipient;
    if (kind === null) return [];
    return [
      {
        kind,
        externalId: createHash('sha256').update([messageId, address, kind].join('\n')).digest('hex'),
        at,
        recipient: address,
        messageId,
        effectId: null,
        isPermanent: kind === 'bounced' && bounce?.maySuppress === true,
        bounceKind: bounce?.kind ?? null,
        isMachine: false,
        url: null,
        detailCode: bounce?.statusCode ?? null,
      },
    ];
  });
}

/** `relayed` and `expanded` promise nothing. */
function toKind({ action, bounce }: ReportedRecipient): ReceiptKind | null {
  switch (action) {
    case 'failed':
      return bounce?.isPermanent === true ? 'bounced' : 'expired';
    case 'delayed':
      return 'deferred';
    case 'delivered':
      return 'delivered';
    default:
      return null;
  }
}
