import type { Address, Consent } from '@regulars/core/commerce';
import type { Instant } from '@regulars/core/shared';

/** Languages the simulated people speak. */
export type Language = 'en' | 'nl' | 'de';

/** How somebody takes mails: who answers, who asks, who leaves, who tells a friend. */
export type Temperament = 'enthusiast' | 'talkative' | 'quiet' | 'worried' | 'impatient';

/** What somebody tries to gain by referrals that are none. */
export type FraudKind = 'selfReferral' | 'ring' | 'refundsAfterReward';

/** Countries the simulated people live in, ISO 3166-1. */
export type CountryCode = 'NL' | 'BE' | 'DE' | 'AT' | 'GB' | 'IE';

/** Where somebody lives, with the line that the common model does not keep. */
export interface SimulatedAddress extends Address {
  readonly country: CountryCode;
  readonly city: string;
  readonly postcode: string;
  readonly street: string;
}

/** What made this customer buy: known here, to be found out by whoever models it. */
export interface Rhythm {
  /** Orders per day of an average season while active. */
  readonly ratePerDay: number;
  /** When interest ends; null when it lasts beyond the simulated time. */
  readonly dropOutAt: Instant | null;
  /** The product they have subscribed to; null for those who order when they wish. */
  readonly subscribesTo: string | null;
  readonly isDiscountHunter: boolean;
}

/** An invented person. E-mail addresses end in `.example` (RFC 2606) and reach nobody. */
export interface SimulatedCustomer {
  /** Unique within the store; the same for the same seed whatever the number of customers. */
  readonly key: string;
  /** The shop's id of the account; null for those who always order as a guest. */
  readonly externalId: string | null;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: Language;
  readonly address: SimulatedAddress;
  readonly consent: Consent;
  /** Of their first order. */
  readonly arrivedAt: Instant;
  /** Shared by people who live at one address and have each their own account. */
  readonly householdKey: string;
  /** Who told them of the store; null when they found it themselves. */
  readonly advocateKey: string | null;
  readonly fraud: FraudKind | null;
  readonly temperament: Temperament;
  readonly rhythm: Rhythm;
}
