import type { CatalogueItem } from '../archetype.ts';

export const knifeItems: readonly CatalogueItem[] = [
  { id: 'chefs-knife', category: 'knives', priceMinor: 12900 },
  { id: 'santoku', category: 'knives', priceMinor: 11900 },
  { id: 'bread-knife', category: 'knives', priceMinor: 7900 },
  { id: 'boning-knife', category: 'knives', priceMinor: 6900 },
  { id: 'paring-knife', category: 'knives', priceMinor: 3900 },
  { id: 'steak-knives', category: 'knives', priceMinor: 16900, tags: ['gift'] },
  { id: 'whetstone-1000', category: 'sharpening', priceMinor: 4200 },
  { id: 'whetstone-6000', category: 'sharpening', priceMinor: 5900 },
  { id: 'honing-rod', category: 'sharpening', priceMinor: 3900 },
  { id: 'strop', category: 'sharpening', priceMinor: 2900 },
  { id: 'sharpening-course', category: 'courses', priceMinor: 3500, isDigital: true },
  { id: 'sharpening-by-post', category: 'care', priceMinor: 1500, replenishmentDays: 365 },
  { id: 'camellia-oil', category: 'care', priceMinor: 1450, replenishmentDays: 240 },
  { id: 'knife-guard', category: 'care', priceMinor: 1900 },
  { id: 'oak-board', category: 'boards', priceMinor: 6500, tags: ['gift'] },
  { id: 'knife-roll', category: 'boards', priceMinor: 8900, tags: ['gift'] },
  { id: 'gift-card', category: 'gifts', priceMinor: 5000, isDigital: true, tags: ['gift'] },
];
