import { AdapterError, type AdapterContext, type Loan } from '@regulars/adapter-contracts';
import { minuteMs, secondMs } from '@regulars/core/shared';
import { z } from 'zod';
import type { ShopifyConfig } from '../config.ts';
import type { Send } from './http-client.ts';
import { toStatusError } from './to-adapter-error.ts';

/** What is lent by Shopify for a time. */
const grant = z.object({
  accessToken: z.string().min(1),
  /** Milliseconds since the epoch; null for a token without end. */
  endsAtMs: z.number().nullable(),
  refreshToken: z.string().nullable(),
});

type Grant = z.output<typeof grant>;

const wireGrant = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().optional(),
});

/** The token of a store, whichever way it is come by. */
export interface AccessToken {
  get(): Promise<string>;
  /** Gets another one after this one was refused; null when there can be none. */
  renew(refused: string): Promise<string | null>;
}

/** Renewed this long before it ends, so that no call is on its way with a token that just did. */
const marginMs = 2 * minuteMs;

/** How long whoever was quicker is given to keep a new token: all in all as long as writing it may well take. */
const rereadPausesMs = [0, 100, 400, 1500];

export function createAccessToken(
  config: ShopifyConfig,
  { loan = keepInMemory(), now, wait }: Pick<AdapterContext, 'loan' | 'now'> & Required<Pick<AdapterContext, 'wait'>>,
  send: Send,
): AccessToken {
  const nowMs = (): number => now?.() ?? Date.now();
  if (config.access !== 'oauth' && config.access !== 'clientCredentials') {
    return { get: async () => config.accessToken ?? missing(), renew: async () => null };
  }

  const fetchGrant = (parameters: GrantParameters) => keepGrant(config, parameters, { loan, send, nowMs: nowMs() });

  async function renewFrom(held: Grant | null): Promise<Grant> {
    if (config.access === 'clientCredentials') return fetchGrant({ grant_type: 'client_credentials' });
    if (held?.refreshToken === null || held === null) return missing();
    try {
      return await fetchGrant({ grant_type: 'refresh_token', refresh_token: held.refreshToken });
    } catch (error) {
      // A refresh token serves once: perhaps another process has just spent it, and keeps what it got in a moment.
      const newer = await readNewer(held);
      if (newer !== null) return newer;
      throw error;
    }
  }

  async function readNewer(held: Grant): Promise<Grant | null> {
    for (const pauseMs of rereadPausesMs) {
      if (pauseMs > 0) await wait(pauseMs);
      const newer = await readGrant(loan);
      if (newer !== null && newer.accessToken !== held.accessToken) return newer;
    }
    return null;
  }

  return {
    async get() {
      const held = await readGrant(loan);
      if (held !== null && (held.endsAtMs === null || held.endsAtMs - marginMs > nowMs())) return held.accessToken;
      return (await renewFrom(held)).accessToken;
    },
    async renew(refused) {
      const held = await readGrant(loan);
      // Another process was quicker.
      if (held !== null && held.accessToken !== refused) return held.accessToken;
      if (config.access === 'oauth' && (held?.refreshToken ?? null) === null) return null;
      return (await renewFrom(held)).accessToken;
    },
  };
}

/** What a token is asked for with: the app itself, a code the merchant brought back, or a refresh token. */
export type GrantParameters = Readonly<Record<string, string>>;

/**
 * Asks the store for a token and keeps it in the loan.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization
 */
export async function keepGrant(
  config: ShopifyConfig,
  parameters: GrantParameters,
  { loan, send, nowMs }: { readonly loan: Loan; readonly send: Send; readonly nowMs: number },
): Promise<Grant> {
  const fetched = await requestGrant(config, parameters, send, nowMs);
  await loan.write(JSON.stringify(fetched));
  return fetched;
}

async function requestGrant(
  { domain, clientId, clientSecret }: ShopifyConfig,
  parameters: GrantParameters,
  send: Send,
  nowMs: number,
): Promise<Grant> {
  const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...parameters });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  // A token nobody heard of does no harm, so a lost answer leaves nothing open.
  const response = await send(
    `https://${domain}/admin/oauth/access_token`,
    { method: 'POST', headers, body },
    'notDone',
  );
  if (response.status >= 400 && response.status < 500 && response.status !== 404 && response.status !== 429) {
    const message =
      'Shopify gives no access: the client ID or secret is wrong, the app was uninstalled, or app and store belong to different organisations.';
    throw new AdapterError(message, { kind: 'unauthenticated', outcome: 'notDone' });
  }
  if (!response.ok) throw toStatusError(response.status, response.headers, 'notDone');
  const read = wireGrant.safeParse(await response.json().catch(() => null));
  if (!read.success)
    throw new AdapterError("Shopify's answer holds no token.", { kind: 'unavailable', outcome: 'notDone' });
  const { access_token: accessToken, expires_in: lastsS, refresh_token: refreshToken = null } = read.data;
  return { accessToken, refreshToken, endsAtMs: lastsS === undefined ? null : nowMs + lastsS * secondMs };
}

async function readGrant(loan: Loan): Promise<Grant | null> {
  const kept = await loan.read();
  if (kept === null) return null;
  const read = grant.safeParse(parseText(kept));
  return read.success ? read.data : null;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function keepInMemory(): Loan {
  let kept: string | null = null;
  return {
    read: async () => kept,
    write: async (value) => {
      kept = value;
    },
  };
}

function missing(): never {
  throw new AdapterError('The app has no access to the store yet: install it there, or give an access token.', {
    kind: 'misconfigured',
    outcome: 'notDone',
  });
}
