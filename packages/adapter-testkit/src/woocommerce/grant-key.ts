import type { StoreKey } from './authenticate.ts';

/** What the store does when the merchant allows an app: it posts the key, and once that was answered by 200 sends them back. */
export interface KeyGrant {
  readonly callbackUrl: string;
  /** The unsigned body of the post. */
  readonly callback: Buffer;
  /** Where the browser goes then. */
  readonly returnUrl: string;
}

/**
 * What happens when the merchant follows the address they were sent to, and allows it.
 *
 * @throws TypeError when the store would refuse the address, as it does where the callback is not https.
 */
export function grantKey(storeUrl: string, { key, secret }: StoreKey, authorizeUrl: string): KeyGrant {
  const wished = readWish(storeUrl, authorizeUrl);
  const body = {
    key_id: 1,
    user_id: wished.userId,
    consumer_key: key,
    consumer_secret: secret,
    key_permissions: wished.scope,
  };
  return {
    callbackUrl: wished.callbackUrl,
    callback: Buffer.from(JSON.stringify(body)),
    returnUrl: toReturnUrl(wished, '1'),
  };
}

/** Where the browser goes when the merchant does not allow it; nothing is posted then. */
export function denyKey(storeUrl: string, authorizeUrl: string): string {
  return toReturnUrl(readWish(storeUrl, authorizeUrl), '0');
}

function readWish(storeUrl: string, authorizeUrl: string) {
  const url = new URL(authorizeUrl);
  const given = (name: string): string => url.searchParams.get(name) ?? '';
  const wished = { userId: given('user_id'), scope: given('scope'), callbackUrl: given('callback_url') };
  if (url.origin !== new URL(storeUrl).origin || !url.pathname.endsWith('/wc-auth/v1/authorize'))
    throw new TypeError('The store asks nobody at this address.');
  if (given('app_name') === '' || wished.userId === '' || !['read', 'write', 'read_write'].includes(wished.scope))
    throw new TypeError('Missing parameter.');
  if (!wished.callbackUrl.startsWith('https://')) throw new TypeError('The callback_url needs to be over SSL.');
  return { ...wished, returnUrl: given('return_url') };
}

function toReturnUrl({ returnUrl, userId }: { returnUrl: string; userId: string }, success: '0' | '1'): string {
  const back = new URL(returnUrl);
  back.searchParams.set('success', success);
  back.searchParams.set('user_id', userId);
  return back.href;
}
