import type { CatalogueItem } from '../archetype.ts';

export const bookItems: readonly CatalogueItem[] = [
  { id: 'tidewater-1', category: 'novels', priceMinor: 1795, series: { key: 'tidewater', position: 1 } },
  { id: 'tidewater-2', category: 'novels', priceMinor: 1795, series: { key: 'tidewater', position: 2 } },
  { id: 'tidewater-1-ebook', category: 'downloads', priceMinor: 899, isDigital: true },
  { id: 'quiet-work', category: 'guides', priceMinor: 2195, series: { key: 'quiet-work', position: 1 } },
  { id: 'quiet-work-course', category: 'courses', priceMinor: 14900, isDigital: true, series: { key: 'quiet-work', position: 2 } },
];
