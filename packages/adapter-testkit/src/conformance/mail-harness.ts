import type { AdapterContext, MailAdapter, MailConnection, OutgoingMessage } from '@regulars/adapter-contracts';
import type { WebhookHarness } from './webhook-harness.ts';

/** A message as the fake provider took it. */
export interface TakenMessage {
  /** Without angle brackets. */
  readonly messageId: string;
  readonly recipients: readonly string[];
  /** Names in lower case, values unfolded. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A fake of the provider. The faults strike the next message. */
export interface MailUpstream<Config> {
  readonly config: Config;
  readonly wrongConfig: Config;
  readonly secrets: readonly string[];
  listTaken(): readonly TakenMessage[];
  /** Takes the message, and nobody is told. */
  loseNextAnswer(): void;
  /** Breaks off before anything was taken. */
  refuseNextConnection(): void;
  /** Says that the recipient does not exist. */
  refuseNextRecipient(): void;
  /** Says: later. */
  limitNext(): void;
  /** Puts a server's report into the mailbox that the recipient of this message does not exist; where the adapter reads reports. */
  putBounceOf?(this: void, message: OutgoingMessage): void;
  close(): Promise<void>;
}

/** All that the kit must know to try a mail adapter. */
export interface MailHarness<Config> {
  readonly adapter: MailAdapter<Config>;
  readonly config: Config;
  startUpstream(): Promise<MailUpstream<Config>>;
  /** Needed where the adapter has receipts. */
  readonly receipts?: WebhookHarness;
}

const context: AdapterContext = { timeoutMs: 10_000, allowPrivateNetwork: true };

/** Runs with an upstream and a connection to it, both fresh, and closes them. */
export async function withMailConnection<Config>(
  harness: MailHarness<Config>,
  work: (connection: MailConnection, upstream: MailUpstream<Config>) => Promise<void>,
  chosen: (upstream: MailUpstream<Config>) => Config = (upstream) => upstream.config,
): Promise<void> {
  const upstream = await harness.startUpstream();
  const connection = harness.adapter.connect(chosen(upstream), context);
  try {
    await work(connection, upstream);
  } finally {
    await connection.close();
    await upstream.close();
  }
}

/** What is sent by the kit, unless a clause changes it. */
export const kitMessage: OutgoingMessage = {
  effectId: '01930000-0000-7000-8000-0000000000cc',
  messageId: '01930000-0000-7000-8000-0000000000cc@shop.test',
  from: { name: 'The Shop', address: 'hello@shop.test' },
  replyTo: null,
  to: { name: 'Ada', address: 'ada@buyer.test' },
  subject: 'Thank you, Ada',
  html: '<p>Thank you.</p>',
  text: 'Thank you.',
  headers: {
    'List-Unsubscribe': '<https://mail.shop.test/u/token-0123456789abcdef>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  sentAt: 1_795_300_000_000 as OutgoingMessage['sentAt'],
  tags: ['kit'],
};
