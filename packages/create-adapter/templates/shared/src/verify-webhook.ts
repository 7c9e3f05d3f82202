import type { VerifyWebhook } from '@regulars/adapter-contracts';

/**
 * Is this delivery genuine? Over the raw bytes, in constant time, with each secret that is valid; an empty secret verifies
 * nothing. Until that is written, nothing is believed.
 */
export const verifyWebhook: VerifyWebhook = () => ({ kind: 'refused', code: 'webhook.signature_missing' });
