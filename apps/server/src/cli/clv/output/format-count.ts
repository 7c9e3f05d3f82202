/** 1234567 as 1,234,567: without Intl, whose first use takes as long as to read ten thousand rows. */
export function formatCount(value: number): string {
  return Math.round(value)
    .toString()
    .replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
