import type { z } from 'zod';
import type { Instant } from '@regulars/core/shared';
import type { BounceKind } from './bounces/bounce.ts';
import type { AdapterContext } from './adapter-context.ts';
import type { MailBatches } from './mail-batches.ts';
import type { MailReports } from './mail-reports.ts';
import type { MailSuppressions } from './mail-suppressions.ts';
import { contractVersion } from './contract-version.ts';
import type { ParseWebhook, VerifyWebhook } from './webhook.ts';

export interface MailCapabilities {
  /**
   * How an unknown outcome can be cleared up. `lookup` asks the provider for our Message-ID, whose answer may lag behind
   * by minutes; `immediate` asks as well, and the answer is the truth at once, also when the message comes a second
   * time; `none` leaves it unknown.
   */
  readonly resolution: 'immediate' | 'lookup' | 'none';
  /** The provider tells what became of a message through webhooks. */
  readonly deliveryEvents: boolean;
  /** Messages in flight at once over one connection; groups of messages where it takes them. */
  readonly concurrency: number;
  /** How many messages one call takes (`MailConnection.batches`); left out where each goes by itself. */
  readonly batch?: { readonly most: number };
  /** The provider's lists of whom it does not write to can be read and changed (`MailConnection.suppressions`). */
  readonly suppressions?: true;
  /** What became of a message comes back to a mailbox that can be read (`MailConnection.reports`). */
  readonly reports?: true;
}

export interface Mailbox {
  readonly name: string | null;
  readonly address: string;
}

/** One rendered message to one recipient. The same message is the same bytes on every attempt. */
export interface OutgoingMessage {
  /** Ours, opaque; comes back in receipts. */
  readonly effectId: string;
  /** Without angle brackets; fixed when the message was planned. */
  readonly messageId: string;
  readonly from: Mailbox;
  readonly replyTo: Mailbox | null;
  readonly to: Mailbox;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Further headers, e.g. List-Unsubscribe, word for word. */
  readonly headers: Readonly<Record<string, string>>;
  readonly sentAt: Instant;
  /** Labels for the provider's statistics. */
  readonly tags: readonly string[];
}

export type SendRejection = 'recipient_invalid' | 'recipient_suppressed' | 'message_refused' | 'policy' | 'too_large';

/** `recipient_invalid` suppresses the address; the others never do. */
export type SendOutcome =
  | { readonly status: 'accepted'; readonly providerReference: string | null }
  | { readonly status: 'rejected'; readonly reason: SendRejection; readonly detailCode: string | null };

/**
 * What became of a message; the words are those of the field (queued, delivered, deferred, bounced …). A temporary
 * failure is never a bounce: it is `deferred` while the provider tries, and `expired` when it gave up.
 */
export type ReceiptKind =
  | 'delivered'
  | 'deferred'
  | 'expired'
  | 'bounced'
  | 'complained'
  | 'unsubscribed'
  | 'opened'
  | 'clicked'
  | 'rejected';

export interface Receipt {
  readonly kind: ReceiptKind;
  /** Unique per receipt at the provider. */
  readonly externalId: string;
  readonly at: Instant;
  readonly recipient: string;
  /** Without angle brackets; null when the provider tells only our effect id. */
  readonly messageId: string | null;
  readonly effectId: string | null;
  /** For `bounced`: the address is dead and must be suppressed (`maySuppress` of `classifyBounce`). */
  readonly isPermanent: boolean;
  /** Why, for `deferred`, `expired` and `bounced`; null for the others. */
  readonly bounceKind: BounceKind | null;
  /** For `opened` and `clicked`: a machine did it. */
  readonly isMachine: boolean;
  readonly url: string | null;
  /** RFC 3463 enhanced code where known, e.g. 5.1.1. */
  readonly detailCode: string | null;
}

/**
 * A mail account, reached with its credentials. Methods throw `AdapterError` only:
 * outcome `notDone` may be tried again, `unknown` is looked up and never blindly repeated.
 */
export interface MailConnection {
  checkAccess(): Promise<void>;
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /** Never asked where `resolution` is `none`. */
  findMessage(query: {
    readonly messageId: string;
    readonly effectId: string;
    readonly recipient: string;
    readonly sentAt: Instant;
  }): Promise<'accepted' | 'absent'>;
  /** Present where `batch` is declared. */
  readonly batches?: MailBatches;
  /** Present where `suppressions` is declared. */
  readonly suppressions?: MailSuppressions;
  /** Present where `reports` is declared; null where the account names no mailbox. */
  readonly reports?: MailReports | null;
  close(): Promise<void>;
}

export interface MailAdapter<Config = unknown> {
  /** Which contract it keeps; written by `defineMailAdapter`. */
  readonly contractVersion: number;
  /** Lower case words with dashes, e.g. `my-mail`; no other adapter of the instance has it, be it for a platform. */
  readonly id: string;
  readonly displayName: string;
  readonly capabilities: MailCapabilities;
  readonly configSchema: z.ZodType<Config>;
  /** Neither throws nor calls anybody; a configuration that cannot serve shows in each method, as `misconfigured`. */
  readonly connect: (config: Config, context: AdapterContext) => MailConnection;
  /** Present where `deliveryEvents` is declared. */
  readonly receipts: {
    readonly verifyWebhook: VerifyWebhook;
    readonly parseWebhook: ParseWebhook<Receipt, Config>;
  } | null;
}

/** Declares a mail adapter, with its types inferred from the configuration's schema. */
export function defineMailAdapter<Config>(adapter: Omit<MailAdapter<Config>, 'contractVersion'>): MailAdapter<Config> {
  return { ...adapter, contractVersion };
}
