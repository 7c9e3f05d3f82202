import type { z } from 'zod';
import type { Instant, Money, Rejection, Result } from '@regulars/core/shared';
import type { AdapterContext } from './adapter-context.ts';
import { contractVersion } from './contract-version.ts';
import type { PlatformAuthorization } from './platform-authorization.ts';
import type { PlatformHooks } from './platform-hooks.ts';
import type { PlatformPulls } from './platform-pulls.ts';
import type { PlatformEvent } from './platform-event.ts';
import type { ResourceReference } from './resource-reference.ts';
import type { ParseWebhook, VerifyWebhook } from './webhook.ts';

/** What an adapter can do, declared once; the conformance kit picks its clauses from it. */
export interface PlatformCapabilities {
  /** The platform can make single-use discount codes through `createDiscountCode`. */
  readonly discountCodes: boolean;
  /** The platform can say how many orders it has through `countOrders`. */
  readonly orderCount: boolean;
  /** Deliveries carry a signed timestamp, so replays are refused by age. */
  readonly signedTimestamp: boolean;
  /** What the platform has can be read page by page through `pulls`. */
  readonly pulls?: boolean;
  /** Webhooks can be registered, checked and repaired through `hooks`. */
  readonly hooks?: boolean;
  /** Discount codes can waive the shipping. */
  readonly freeShipping?: boolean;
  /** Discount codes can give one piece of a product for nothing. */
  readonly freeGift?: boolean;
  /** A gift cannot ask for a minimum spend, so none is asked for that does. */
  readonly giftsWithoutMinimumOnly?: boolean;
  /** Deliveries tell of checkouts before they are orders, so that carts that are left are known. */
  readonly carts?: boolean;
  /** Webhooks may tell no more than that something changed; what it is now is read through `readResource`. */
  readonly thinWebhooks?: boolean;
  /** Discount codes cannot be bound to one customer, so none is asked for that is: whoever holds the code may use it. */
  readonly unboundCodesOnly?: boolean;
}

/** A discount code to be made on the store. Codes compare without case. */
export interface DiscountCode {
  readonly code: string;
  /** Our reward's id: the platform keeps it with the code, so that a code found later can be known as ours. */
  readonly rewardId: string;
  readonly discount:
    | { readonly kind: 'percent'; readonly percent: number }
    | { readonly kind: 'fixed'; readonly amount: Money }
    /** Only where `freeShipping` is declared; elsewhere it is refused as `invalid`. */
    | { readonly kind: 'freeShipping' }
    /**
     * One piece of a product for nothing, beside whatever else is bought; on most platforms the customer puts it into the
     * basket. Only where `freeGift` is declared; elsewhere it is refused as `invalid`.
     */
    | { readonly kind: 'freeGift'; readonly productExternalId: string };
  readonly usageLimit: number;
  readonly expiresAt: Instant | null;
  readonly minimumSpend: Money | null;
  /**
   * Only this customer may use it; null for anybody who holds the code. A platform that can bind it only to customers it
   * knows says `notFound` of an address it does not, and makes none.
   */
  readonly restrictedToEmail: string | null;
  /**
   * Only these products are discounted; all of them when left out, as it must be for a gift. A platform that cannot do so
   * refuses it as `invalid`.
   */
  readonly productExternalIds?: readonly string[];
  /** A few words for the shop's own administration. */
  readonly description: string;
}

export interface ExistingDiscountCode {
  readonly externalId: string;
  readonly code: string;
  /** Null when the code does not bear one of ours: somebody else made it. */
  readonly rewardId: string | null;
  readonly timesUsed: number;
}

/** Which orders are counted: those placed at `from` or later, and before `until`. */
export interface OrderCountSpan {
  readonly from: Instant;
  readonly until: Instant;
}

export interface OrderCount {
  readonly orders: number;
  /** Left out when the whole span was counted; else the platform shows us no older orders, and those since then were. */
  readonly seenFrom?: Instant;
}

/** What reading something harmless tells of a store. A permission that is needed and missing is `forbidden`, and named. */
export interface CheckedAccess {
  readonly storeName: string | null;
  readonly currency: string | null;
  /** What works with less than one might expect, in words that may be shown, e.g. that only 60 days of orders are seen. */
  readonly warnings?: readonly string[];
}

/** A store's platform, reached with its credentials. Methods throw `AdapterError` only. */
export interface PlatformConnection {
  /** Reads something harmless, to learn whether address and credentials serve. */
  checkAccess(): Promise<CheckedAccess>;
  findDiscountCode(code: string): Promise<ExistingDiscountCode | null>;
  /** Makes the code once. A code that exists already is `AdapterError('invalid', 'notDone')`: look it up. */
  createDiscountCode(discountCode: DiscountCode): Promise<ExistingDiscountCode>;
  deleteDiscountCode(externalId: string): Promise<void>;
  /**
   * How many orders the platform has, in whatever state: paid or not, cancelled, refunded. What is no order yet (a
   * checkout that was opened) or no longer one (the trash) is not counted, as its webhooks make no order here either.
   */
  countOrders(span: OrderCountSpan): Promise<OrderCount>;
  /** Present where `pulls` is declared. */
  readonly pulls?: PlatformPulls;
  /** Present where `hooks` is declared. */
  readonly hooks?: PlatformHooks;
  /**
   * Present where `thinWebhooks` is declared: reads what a delivery named, as it is now, in the words of the other events.
   * What the platform does not have (yet, or any more) is `AdapterError('notFound')`; what cannot be used is a rejection.
   */
  readResource?(reference: ResourceReference): Promise<Result<readonly PlatformEvent[], Rejection>>;
  close(): Promise<void>;
}

/**
 * A platform orders come from: a value, not a class. Made with `definePlatformAdapter`.
 * `Config` is what the agency types in, secrets included; it is kept sealed.
 */
export interface PlatformAdapter<Config = unknown> {
  /** Which contract it keeps; written by `definePlatformAdapter`. */
  readonly contractVersion: number;
  /** Lower case words with dashes, e.g. `my-shop`; no other adapter of the instance has it, be it for mail. */
  readonly id: string;
  readonly displayName: string;
  readonly capabilities: PlatformCapabilities;
  readonly configSchema: z.ZodType<Config>;
  /** The secret webhooks are signed with, where the platform sets it and it is typed in; left out where it is ours to choose. */
  readonly webhookSecretOf?: (config: Config) => string;
  /** Where not every configuration can make the `discountCodes` that are declared: whether this one can. */
  readonly makesDiscountCodes?: (config: Config) => boolean;
  /**
   * Which shop a configuration leads to, in a way that stays the same however its address was typed in: a store is
   * connected to each shop once, since its orders would come in twice. Null, or left out, where that cannot be told.
   */
  readonly shopOf?: (config: Config) => string | null;
  readonly verifyWebhook: VerifyWebhook;
  readonly parseWebhook: ParseWebhook<PlatformEvent, Config>;
  /** Where the platform can be connected with one click. */
  readonly authorization?: PlatformAuthorization<Config>;
  /** Neither throws nor calls anybody; a configuration that cannot serve shows in each method, as `misconfigured`. */
  readonly connect: (config: Config, context: AdapterContext) => PlatformConnection;
}

/**
 * Declares a platform adapter, with its types inferred from the configuration's schema.
 *
 * @example
 * ```ts
 * export const myShop = definePlatformAdapter({ id: 'my-shop', displayName: 'My Shop', … });
 * ```
 */
export function definePlatformAdapter<Config>(
  adapter: Omit<PlatformAdapter<Config>, 'contractVersion'>,
): PlatformAdapter<Config> {
  return { ...adapter, contractVersion };
}
