import type { CatalogueItem } from '../archetype.ts';

export const knifeItems: readonly CatalogueItem[] = [
  { id: 'chefs-knife', category: 'knives', priceMinor: 12900 },
  { id: 'paring-knife', category: 'knives', priceMinor: 4900 },
  { id: 'whetstone', category: 'care', priceMinor: 5900 },
  { id: 'camellia-oil', category: 'care', priceMinor: 1450, replenishmentDays: 240 },
  { id: 'gift-card', category: 'gifts', priceMinor: 5000, isDigital: true },
];
