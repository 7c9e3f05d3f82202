import type { Receipt } from '@regulars/adapter-contracts';
import type { MailgunEvent } from './parse-webhook.ts';

/** RFC 3463: the address does not exist, cannot exist, has moved away, takes no mail (RFC 7505), or is disabled. */
const deadAddress = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/**
 * What a permanent failure says about the address. Mailgun's own lists (`suppress-…`) tell of an earlier bounce,
 * complaint or unsubscribe. Giving up after hours (`old`), blocks by the receiver (`espblock`, `generic`) and policy
 * (5.7.x) say nothing against the recipient.
 */
export function classifyBounce(event: MailgunEvent): Pick<Receipt, 'kind' | 'isPermanent'> {
  switch (event.reason) {
    case 'suppress-complaint':
      return { kind: 'complained', isPermanent: false };
    case 'suppress-unsubscribe':
      return { kind: 'unsubscribed', isPermanent: false };
    case 'suppress-bounce':
      return { kind: 'bounced', isPermanent: true };
    default: {
      const detailCode = findDetailCode(event);
      const isDead = detailCode === null ? event.reason === 'bounce' : deadAddress.has(detailCode);
      return { kind: 'bounced', isPermanent: isDead };
    }
  }
}

export function findDetailCode(event: MailgunEvent): string | null {
  const { 'enhanced-code': code, message } = event['delivery-status'];
  if (code !== undefined && code !== '') return code;
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(message ?? '')?.[0] ?? null;
}
