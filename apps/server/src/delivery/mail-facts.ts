import type { MailRequest, TemplateVariable } from '@regulars/core/messaging';
import type { CustomerId, EffectId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** A mail about to be written. */
export interface PlannedMail {
  readonly effectId: EffectId;
  readonly customerId: CustomerId;
  readonly request: MailRequest;
  /** The whole payload, with what the planning room put into it besides the request. */
  readonly payload: unknown;
  /** BCP 47: the language it is written in. */
  readonly locale: string;
}

/** Variables by room and name, e.g. `{ referral: { link: 'https://…' } }`. */
export type MailVariables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * How a room to the right lends its words to letters: registered by the composition, so that delivery need not know it.
 *
 * @example
 * ```ts
 * const referralFacts: MailFacts = {
 *   variables: ['referral.link'],
 *   collect: async (tx, storeId, mails) => new Map(…),
 * };
 * ```
 */
export interface MailFacts {
  /** Asked only for mails whose template names one of these. */
  readonly variables: readonly TemplateVariable[];
  /** Per mail; `notReady` lets the mail wait a minute, e.g. for a coupon that is being made. One left out has none. */
  collect(
    tx: Tx,
    storeId: StoreId,
    mails: readonly PlannedMail[],
  ): Promise<ReadonlyMap<EffectId, MailVariables | 'notReady'>>;
}
