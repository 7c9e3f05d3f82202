import type { Rejection, Result } from '@regulars/core/shared';
import type { z } from 'zod';
import type { AdapterContext } from './adapter-context.ts';

/** Where a merchant who is sent to the platform comes back. */
export interface AuthorizationRequest {
  /** Where their browser comes back to, with the state in the query as `state`. */
  readonly returnUrl: string;
  /** Where the platform itself may post what it grants; see `parseCallback`. */
  readonly callbackUrl: string;
  /** A guess nobody can make, good for one time. */
  readonly state: string;
}

/** What the merchant's browser brought back from the platform. */
export interface AuthorizationReturn {
  readonly query: Readonly<Record<string, string>>;
  /** What was given to `toUrl` for this browser, and to no other. */
  readonly state: string;
  /** What the platform posted before and `parseCallback` took; null when nothing came. */
  readonly callback: Uint8Array | null;
}

/**
 * Connecting with one click: the merchant is sent to the platform, allows it there, and comes back.
 * `Settings` is what has to be typed in before: less than `Config`, since the platform adds the rest.
 */
export interface PlatformAuthorization<Config, Settings = unknown> {
  readonly settingsSchema: z.ZodType<Settings>;
  /**
   * Where the merchant is sent.
   *
   * @throws AdapterError `misconfigured` when the platform would not accept the addresses, in words that may be shown.
   */
  toUrl(settings: Settings, request: AuthorizationRequest): string;
  /**
   * Reads what the platform posted to the callback; present where the platform posts what it grants. Nothing of it is
   * trusted yet: anybody may post who knows the state.
   */
  parseCallback?(body: Uint8Array): Result<{ readonly state: string }, Rejection>;
  /**
   * Makes sure that it is the platform that sent them back, and fetches the access. What is lent for a time is kept in
   * the context's loan.
   *
   * @returns the whole configuration, to be tried before it is kept.
   * @throws AdapterError `unauthenticated` when it is not the platform, or came too late; `forbidden` when the merchant
   * did not allow it.
   */
  complete(settings: Settings, answer: AuthorizationReturn, context: AdapterContext): Promise<Config>;
}
