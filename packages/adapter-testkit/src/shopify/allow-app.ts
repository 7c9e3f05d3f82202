import { createHmac } from 'node:crypto';

export interface FakeApp {
  readonly domain: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly issueCode: () => string;
  readonly nowMs: () => number;
}

/**
 * What happens when the merchant follows the address they were sent to, and installs the app.
 *
 * @returns where Shopify sends their browser, signed as it does.
 * @throws TypeError when the address is not one at which this store would ask.
 */
export function allowApp({ domain, clientId, clientSecret, issueCode, nowMs }: FakeApp, authorizeUrl: string): string {
  const url = new URL(authorizeUrl);
  if (
    url.host !== domain ||
    url.pathname !== '/admin/oauth/authorize' ||
    url.searchParams.get('client_id') !== clientId
  )
    throw new TypeError('The store knows no such app.');
  const answer = new URLSearchParams({
    code: issueCode(),
    host: Buffer.from(`admin.shopify.com/store/${domain.split('.')[0] ?? ''}`).toString('base64'),
    shop: domain,
    state: url.searchParams.get('state') ?? '',
    timestamp: String(Math.floor(nowMs() / 1_000)),
  });
  answer.set('hmac', createHmac('sha256', clientSecret).update(answer.toString()).digest('hex'));
  return `${url.searchParams.get('redirect_uri') ?? ''}?${answer.toString()}`;
}
