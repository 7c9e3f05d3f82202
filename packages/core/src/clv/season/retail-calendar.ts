/**
 * How the year goes in most shops: for each of 52 weeks from January 1, what is bought beside an average week, as a
 * logarithm. Flat through spring and summer, rising from September, highest from the middle of November until parcels come too
 * late for Christmas, low after it.
 *
 * Source: the unadjusted monthly sales of gift, hobby and non-store retailers in the U.S. Census Bureau's Monthly Retail
 * Trade Survey beside the adjusted ones, spread over the weeks by when parcels for Christmas are ordered; the first week of the year follows the last.
 */
export const retailCalendar: readonly number[] = toLogIndex([
  [1, 0.82], // until January 7
  [3, 0.9],
  [4, 0.88],
  [27, 0.92], // until September 2
  [4, 1.03], // September
  [5, 1.12], // October
  [2, 1.32],
  [3, 1.5], // until December 9
  [1, 1.3],
  [1, 0.97], // from December 17, too late for most parcels
  [1, 0.65], // from December 24
]);

function toLogIndex(stretches: readonly (readonly [weeks: number, index: number])[]): readonly number[] {
  const index = stretches.flatMap(([weeks, value]) => Array.from({ length: weeks }, () => value));
  const mean = index.reduce((sum, value) => sum + value, 0) / index.length;
  return index.map((value) => Math.log(value / mean));
}
