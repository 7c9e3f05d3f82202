/** Something a platform has, by its name. A `subscriber` is what an address consented to, with or without an account. */
export interface ResourceReference {
  readonly resource: 'order' | 'customer' | 'product' | 'checkout' | 'subscriber';
  readonly externalId: string;
}
