/**
 * How a store's year goes. Customers buy at their own rate in the store's *operational time*, which runs at the speed of
 * the season: an index of 1.3 is a week in which 1.3 days pass a day.
 *
 * Exact for models in which customers leave at purchases; lifetimes of Pareto/NBD are then counted in operational time too.
 *
 * Source of the time change: D. R. Cox & V. Isham (1980), Point Processes, §4.2.
 */
export interface SeasonFit {
  /** For each of the 52 weeks of the year: how much is bought beside an average week. Their mean is 1; all above 0. */
  readonly index: readonly number[];
  /** Standard deviations of the logarithms of the index. */
  readonly logIndexDeviation: readonly number[];
  /** How strongly the usual calendar of retail shows in the store: 0 not at all, 1 as in most stores. */
  readonly strength: number;
  readonly strengthDeviation: number;
  /** Which share of the purchases that the data tell of would fall in the weeks of the usual peak, were there no season. */
  readonly peakShare: number;
  /** Of how many shapes the index is made, each with a weight of its own. */
  readonly shapeCount: number;
  /** How many times more the weeks vary than chance would have them; at least 1. */
  readonly dispersion: number;
  /**
   * How much likelier, in logarithms and allowing for the dispersion, the season makes the weeks in which customers bought
   * again. Since each is foretold from what a customer did, this is a back-test within the data.
   */
  readonly logLikelihoodGain: number;
  /** How the season was learned, in words. */
  readonly message: string;
}
