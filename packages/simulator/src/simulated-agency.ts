import type { CurrencyCode } from '@regulars/core/shared';
import type { CountryCode, Language, SimulatedAddress, SimulatedCustomer } from './simulated-customer.ts';
import type { Happening } from './simulated-order.ts';
import type { SimulatedProduct } from './simulated-product.ts';

export type ArchetypeKey = 'coffee' | 'knives' | 'books';

/** The person in whose name a store writes. */
export interface Sender {
  readonly name: string;
  readonly role: string;
  readonly email: string;
}

/** What a store is, before anybody has bought. */
export interface StoreIdentity {
  /** Unique within the agency. */
  readonly key: string;
  readonly archetype: ArchetypeKey;
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly currency: CurrencyCode;
  readonly locale: Language;
  /** IANA. */
  readonly timeZone: string;
  readonly country: CountryCode;
  readonly sender: Sender;
  /** What order numbers begin with. */
  readonly orderPrefix: string;
  readonly postalAddress: SimulatedAddress;
}

export interface SimulatedStore extends StoreIdentity {
  /** Of the agency; what people answer depends on it. */
  readonly seed: number;
  readonly products: readonly SimulatedProduct[];
  readonly customers: readonly SimulatedCustomer[];
  /** Ascending by `at`. */
  readonly happenings: readonly Happening[];
}

export interface SimulatedAgency {
  readonly stores: readonly SimulatedStore[];
}
