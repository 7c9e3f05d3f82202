import { createHmac, timingSafeEqual } from 'node:crypto';
import { AdapterError, type AuthorizationReturn, type PlatformAuthorization } from '@regulars/adapter-contracts';
import { secondMs } from '@regulars/core/shared';
import { keepGrant } from './api/access-token.ts';
import { createSend } from './api/http-client.ts';
import { neededScopes } from './check-access.ts';
import { settingsSchema, type ShopifyConfig, type ShopifySettings } from './config.ts';

/** How old an answer of Shopify may be when it comes back; the clocks may differ by as much. */
const toleranceMs = 90 * secondMs;

/**
 * The merchant installs the app, and the store lends a token of an hour that is renewed from then on.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
export const authorization: PlatformAuthorization<ShopifyConfig, ShopifySettings> = {
  settingsSchema,

  toUrl({ domain, clientId }, { returnUrl, state }) {
    const query = new URLSearchParams({
      client_id: clientId,
      // All orders, not those of the last 60 days only.
      scope: [...neededScopes.map(([scope]) => scope), 'read_all_orders'].join(','),
      redirect_uri: returnUrl,
      state,
    });
    return `https://${domain}/admin/oauth/authorize?${query.toString()}`;
  },

  async complete(settings, answer, context) {
    const config: ShopifyConfig = { ...settings, access: 'oauth' };
    const nowMs = context.now?.() ?? Date.now();
    if (!isGenuine(settings, answer, nowMs)) {
      throw new AdapterError('This is no answer of Shopify to our question, or it came too late. Begin anew.', {
        kind: 'unauthenticated',
        outcome: 'notDone',
      });
    }
    if (answer.query['shop'] !== settings.domain) {
      throw new AdapterError('Shopify answered for another store than the one whose address was typed in.', {
        kind: 'unauthenticated',
        outcome: 'notDone',
      });
    }
    if (context.loan === undefined) {
      throw new AdapterError('There is nowhere to keep the access to the store.', {
        kind: 'misconfigured',
        outcome: 'notDone',
      });
    }
    const parameters = { code: answer.query['code'] ?? '', expiring: '1' };
    await keepGrant(config, parameters, { loan: context.loan, send: createSend(context), nowMs });
    return config;
  },
};

function isGenuine({ clientSecret }: ShopifySettings, { query, state }: AuthorizationReturn, nowMs: number) {
  const { hmac = '', signature: _old, ...signed } = query;
  const sorted = Object.entries(signed).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = new URLSearchParams(sorted).toString().replaceAll('+', '%20');
  const expected = createHmac('sha256', clientSecret).update(text).digest('hex');
  const ageMs = Math.abs(nowMs - Number(query['timestamp']) * secondMs);
  return isSame(expected, hmac) && state !== '' && isSame(state, query['state'] ?? '') && ageMs <= toleranceMs;
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
