import type { CatalogueItem } from '../archetype.ts';

const seriesPrice = { tidewater: 1795, 'salt-road': 1695 } as const;
const ebookMinor = 899;

/** A volume on paper and as a download; both bear its place in the series. */
function volume(key: keyof typeof seriesPrice, position: number): readonly CatalogueItem[] {
  const series = { key, position };
  return [
    { id: `${key}-${position}`, category: 'novels', priceMinor: seriesPrice[key], series },
    { id: `${key}-${position}-ebook`, category: 'ebooks', priceMinor: ebookMinor, isDigital: true, series },
  ];
}

function rung(id: string, position: number, item: Omit<CatalogueItem, 'id' | 'series'>): CatalogueItem {
  return { id, ...item, series: { key: 'quiet-work', position } };
}

/** Two series, a ladder from the guide to coaching, and what stands for itself. */
export const bookItems: readonly CatalogueItem[] = [
  ...volume('tidewater', 1),
  ...volume('tidewater', 2),
  ...volume('tidewater', 3),
  ...volume('tidewater', 4),
  ...volume('salt-road', 1),
  ...volume('salt-road', 2),
  ...volume('salt-road', 3),
  rung('quiet-work', 1, { category: 'guides', priceMinor: 2195 }),
  rung('quiet-work-workbook', 2, { category: 'guides', priceMinor: 1495 }),
  rung('quiet-work-course', 3, { category: 'courses', priceMinor: 14900, isDigital: true }),
  rung('quiet-work-coaching', 4, { category: 'coaching', priceMinor: 49000, isDigital: true }),
  { id: 'small-repairs', category: 'guides', priceMinor: 1995 },
  { id: 'kitchen-almanac', category: 'guides', priceMinor: 2695, tags: ['gift'] },
  { id: 'low-light', category: 'poetry', priceMinor: 1295, tags: ['gift'] },
  { id: 'book-token', category: 'gifts', priceMinor: 3000, isDigital: true, tags: ['gift'] },
];
