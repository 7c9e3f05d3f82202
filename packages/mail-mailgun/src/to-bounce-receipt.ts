import { classifyBounce, type BounceEvidence, type Receipt } from '@regulars/adapter-contracts';
import type { MailgunEvent } from './parse-webhook.ts';

export type BounceReceipt = Pick<Receipt, 'kind' | 'isPermanent' | 'bounceKind' | 'detailCode'>;

/**
 * What a failure says. Mailgun's own lists (`suppress-…`) tell of an earlier bounce, complaint or unsubscribe; giving up
 * after hours (`old`) and blocks by the receiver (`espblock`, `generic`) say nothing against the recipient, whatever the
 * words. Everything else is read as the receiving server said it.
 */
export function toBounceReceipt(event: MailgunEvent): BounceReceipt {
  switch (event.reason) {
    case 'suppress-complaint':
      return { kind: 'complained', isPermanent: false, bounceKind: null, detailCode: null };
    case 'suppress-unsubscribe':
      return { kind: 'unsubscribed', isPermanent: false, bounceKind: null, detailCode: null };
    case 'suppress-bounce':
      return { kind: 'bounced', isPermanent: true, bounceKind: 'unknown', detailCode: null };
    default:
      return event.severity === 'permanent' ? toFinal(event) : toPassing(event, 'deferred');
  }
}

/** Mailgun calls permanent what it will not try again; the server may have meant something passing. */
function toFinal(event: MailgunEvent): BounceReceipt {
  const bounce = classifyBounce(toEvidence(event));
  const isPassing = !bounce.isPermanent && (bounce.statusCode !== null || bounce.replyCode !== null);
  if (event.reason === 'old' || isPassing) return toPassing(event, 'expired');
  const isBlock = event.reason === 'espblock' || event.reason === 'generic';
  return {
    kind: 'bounced',
    isPermanent: bounce.maySuppress && !isBlock,
    bounceKind: bounce.kind,
    detailCode: bounce.statusCode,
  };
}

function toPassing(event: MailgunEvent, kind: 'deferred' | 'expired'): BounceReceipt {
  const bounce = classifyBounce(toEvidence(event));
  return { kind, isPermanent: false, bounceKind: bounce.kind, detailCode: bounce.statusCode };
}

function toEvidence({ 'delivery-status': status }: MailgunEvent): BounceEvidence {
  const { message, description, code, 'enhanced-code': statusCode } = status;
  return {
    text: [message, description].find((text) => text !== undefined && text !== '') ?? '',
    replyCode: code ?? null,
    statusCode: statusCode ?? null,
  };
}
