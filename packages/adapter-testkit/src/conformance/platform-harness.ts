import type {
  AdapterContext,
  AuthorizationReturn,
  PlatformAdapter,
  PlatformConnection,
} from '@regulars/adapter-contracts';
import type { Instant } from '@regulars/core/shared';
import type { Fault } from '../upstream/fault.ts';
import type { WebhookHarness, WebhookSample } from './webhook-harness.ts';

/** An order put into a fake of the platform. */
export interface UpstreamOrder {
  readonly placedAt: Instant;
  /** `draft`: not an order yet, or no longer one. A platform that knows no such thing leaves it out. */
  readonly kind: 'order' | 'draft';
}

/** A fake of the platform that keeps discount codes, and orders where they can be counted. */
export interface PlatformUpstream<Config> {
  /** Reaches this upstream. */
  readonly config: Config;
  /** The same, with credentials that do not serve. */
  readonly wrongConfig: Config;
  /** Texts of `config` that no error may tell. */
  readonly secrets: readonly string[];
  /** Leads to this upstream where the platform's address is fixed; the runtime's own when left out. */
  readonly fetch?: NonNullable<AdapterContext['fetch']>;
  /** The codes that exist now. */
  listCodes(): readonly string[];
  /** Needed where the adapter declares `freeGift`: puts a product into the platform, and tells its id. */
  addProduct?(): string;
  /** Needed where the adapter declares `freeGift`: the id of the product of which this code gives one piece, and no more. */
  giftOf?(code: string): string | null;
  /** Needed where the adapter declares `orderCount` or `pulls`: puts orders into the platform that were placed then. */
  addOrders?(orders: readonly UpstreamOrder[]): void;
  /** Needed where the adapter declares `thinWebhooks`: puts the order there that `orderSample` names. */
  putSampleOrder?(): void;
  /** Spoils the next request that changes something. */
  failNextWrite(fault: Fault): void;
  /** Needed where the adapter declares `pulls`: spoils the next request of any kind. */
  failNextRead?(fault: Fault): void;
  /** Needed where the adapter declares `hooks`: how many webhooks are registered, and in use. */
  countHooks?(): number;
  /** Needed where the adapter declares `hooks`: one webhook is removed or disabled, as the platform does after failures. */
  loseHook?(): void;
  /** Needed where the adapter has an `authorization`. */
  readonly authorize?: {
    /** What the merchant types in. */
    readonly settings: unknown;
    /** Plays the merchant who allows it at this address, and tells what comes back to the host. */
    allow(url: string): Promise<Omit<AuthorizationReturn, 'state'>>;
  };
  close(): Promise<void>;
}

/** All that the kit must know to try a platform adapter. */
export interface PlatformHarness<Config> {
  readonly adapter: PlatformAdapter<Config>;
  /** A configuration that is right, for parsing. */
  readonly config: Config;
  readonly webhooks: WebhookHarness;
  /** A delivery that tells one order with at least one line, or names it where `thinWebhooks` is declared. */
  readonly orderSample: WebhookSample;
  /** Needed where the adapter declares `discountCodes`, `orderCount`, `pulls`, `hooks` or `thinWebhooks`. */
  readonly startUpstream?: () => Promise<PlatformUpstream<Config>>;
}

/** Long enough for a busy machine; only answers that never come are waited for, and with less patience. */
const patientMs = 10_000;

/** What the kit lends an adapter that is to reach this upstream. */
export function toContext<Config>(upstream: PlatformUpstream<Config>, timeoutMs = patientMs): AdapterContext {
  return {
    timeoutMs,
    allowPrivateNetwork: true,
    ...(upstream.fetch === undefined ? {} : { fetch: upstream.fetch }),
  };
}

/** Runs with an upstream and a connection to it, both fresh, and closes them. */
export async function withConnection<Config>(
  harness: PlatformHarness<Config>,
  work: (connection: PlatformConnection, upstream: PlatformUpstream<Config>) => Promise<void>,
  chosen: (upstream: PlatformUpstream<Config>) => Config = (upstream) => upstream.config,
): Promise<void> {
  if (harness.startUpstream === undefined)
    throw new Error(`${harness.adapter.id} declares what is asked of a platform; its harness needs startUpstream.`);
  const upstream = await harness.startUpstream();
  const connection = harness.adapter.connect(chosen(upstream), toContext(upstream));
  try {
    await work(connection, upstream);
  } finally {
    await connection.close();
    await upstream.close();
  }
}
