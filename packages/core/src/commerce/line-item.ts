/** One line of an order. Amounts in minor units of the order's currency, for the whole line. */
export interface LineItem {
  readonly externalId: string | null;
  readonly productExternalId: string | null;
  readonly variantExternalId: string | null;
  readonly sku: string | null;
  readonly name: string;
  /** Greater than zero; whole for goods, a fraction where sold by weight. */
  readonly quantity: number;
  /** Before discount. */
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly isDigital: boolean | null;
}
