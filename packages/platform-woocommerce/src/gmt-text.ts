/** A time as WooCommerce's filters want it beside `dates_are_gmt`: without a zone, for a `Z` would shift it. */
export function toGmtText(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().slice(0, 19);
}
