import type { OutgoingMessage, SendOutcome } from './mail-adapter.ts';

/**
 * What one call with many messages came to: all of them taken or none. `refused` where one among them is at fault, which
 * the provider does not name: none was taken, and the host sends smaller groups until the one at fault goes alone.
 */
export type BatchOutcome = Extract<SendOutcome, { readonly status: 'accepted' }> | { readonly status: 'refused' };

/**
 * Many messages in one call. What each recipient gets is the same as if `send` had been called, but for the Message-ID,
 * which may be one for all: look-ups and receipts go by `effectId` then.
 */
export interface MailBatches {
  /**
   * Which messages can go together, at most `capabilities.batch.most` each; one that must go alone is a group of one.
   * Every message is in exactly one group. Pure.
   */
  group(messages: readonly OutgoingMessage[]): readonly (readonly OutgoingMessage[])[];
  /**
   * Sends a group of `group`, of two or more.
   *
   * @throws AdapterError that speaks of all of them: after `unknown` each is looked up by itself.
   */
  send(messages: readonly OutgoingMessage[]): Promise<BatchOutcome>;
}
