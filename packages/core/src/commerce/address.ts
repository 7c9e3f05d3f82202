/** The parts of an address that marketing may use. `country` is ISO 3166-1 alpha-2 in upper case. */
export interface Address {
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly postcode: string | null;
}
