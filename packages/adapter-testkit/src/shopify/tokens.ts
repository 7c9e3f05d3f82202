import type { Answer } from '../upstream/fault.ts';

/** The app's access to the store, in the three ways Shopify grants it. */
export interface TokenDesk {
  /** Whether a call with this token is let in now. */
  isValid(token: string | undefined): boolean;
  /** `POST /admin/oauth/access_token`. */
  grant(body: Readonly<Record<string, unknown>>): Answer;
  /** A code as the merchant's browser brings it back; it serves once. */
  issueCode(): string;
  /** An offline token of an hour with its refresh token, as after an installation. */
  issueExpiring(): { readonly accessToken: string; readonly refreshToken: string };
  /** Ends every token that was issued, as time or an uninstallation would. */
  endTokens(): void;
}

interface TokenDeskOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The token of an app made in the shop's administration, which does not end. */
  readonly staticToken: string;
  readonly nowMs: () => number;
}

const hourS = 3_600;

export function createTokenDesk({ clientId, clientSecret, staticToken, nowMs }: TokenDeskOptions): TokenDesk {
  const endsAtMs = new Map<string, number>([[staticToken, Number.POSITIVE_INFINITY]]);
  const refreshTokens = new Set<string>();
  const codes = new Set<string>();
  let issued = 0;

  function issue(lastsS: number): string {
    issued += 1;
    const token = `shpat_issued_${issued}`;
    endsAtMs.set(token, nowMs() + lastsS * 1_000);
    return token;
  }

  function issueExpiring() {
    const accessToken = issue(hourS);
    const refreshToken = `shprt_issued_${issued}`;
    refreshTokens.add(refreshToken);
    return { accessToken, refreshToken };
  }

  function answerExpiring(): Answer {
    const { accessToken, refreshToken } = issueExpiring();
    const body = {
      access_token: accessToken,
      scope: 'read_orders',
      expires_in: hourS,
      refresh_token: refreshToken,
      refresh_token_expires_in: 90 * 24 * hourS,
    };
    return { status: 200, body: JSON.stringify(body) };
  }

  return {
    isValid: (token) => token !== undefined && (endsAtMs.get(token) ?? 0) > nowMs(),
    grant(body) {
      const refuse = (error: string): Answer => ({ status: 400, body: JSON.stringify({ error }) });
      if (body['client_id'] !== clientId || body['client_secret'] !== clientSecret) return refuse('invalid_client');
      if (body['grant_type'] === 'client_credentials') {
        const lastsS = 24 * hourS - 1;
        const answer = { access_token: issue(lastsS), scope: 'read_orders', expires_in: lastsS };
        return { status: 200, body: JSON.stringify(answer) };
      }
      if (body['grant_type'] === 'refresh_token') {
        // It rotates: each serves once.
        return refreshTokens.delete(String(body['refresh_token'])) ? answerExpiring() : refuse('invalid_grant');
      }
      return codes.delete(String(body['code'])) ? answerExpiring() : refuse('invalid_request');
    },
    issueCode() {
      const code = `code-${codes.size + 1}-${issued}`;
      codes.add(code);
      return code;
    },
    issueExpiring,
    endTokens: () => endsAtMs.clear(),
  };
}
