/** How many purchases a customer may make within the horizon, all doubt included. */
export interface FuturePurchases {
  readonly probabilityOfNone: number;
  /** The least number that is not exceeded with the probability. */
  quantile(probability: number): number;
}
