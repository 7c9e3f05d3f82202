import type { AdapterContext } from './adapter-context.ts';

/** What the merchant's browser brought back from the platform. */
export interface AuthorizationReturn {
  readonly query: Readonly<Record<string, string>>;
  /** What was given to `toUrl` for this browser, and to no other. */
  readonly state: string;
}

/** Connecting with one click: the merchant is sent to the platform, allows it there, and comes back. */
export interface PlatformAuthorization<Config> {
  /**
   * Where the merchant is sent.
   *
   * @param request - `returnUrl` is where they come back; `state` is a guess nobody can make, kept until then.
   */
  toUrl(config: Config, request: { readonly returnUrl: string; readonly state: string }): string;
  /**
   * Makes sure that it is the platform that sent them back, fetches the access and keeps it in the context's loan.
   *
   * @throws AdapterError `unauthenticated` when it is not, or came too late.
   */
  complete(config: Config, answer: AuthorizationReturn, context: AdapterContext): Promise<void>;
}
