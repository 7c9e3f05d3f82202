import type { CatalogueItem } from '../archetype.ts';

/** Bags are of 250 g but for the kilo; two cups a day empty one in about 24 days. */
const bag = { category: 'beans', replenishmentDays: 24 };

export const coffeeItems: readonly CatalogueItem[] = [
  { id: 'house-espresso', ...bag, priceMinor: 1150, tags: ['espresso'] },
  { id: 'house-espresso-1kg', ...bag, priceMinor: 3695, replenishmentDays: 90, tags: ['espresso'] },
  { id: 'decaf', ...bag, priceMinor: 1195, tags: ['espresso', 'decaf'] },
  { id: 'brazil-cerrado', ...bag, priceMinor: 1095, tags: ['espresso'] },
  { id: 'guatemala-antigua', ...bag, priceMinor: 1295, tags: ['espresso', 'filter'] },
  { id: 'colombia-huila', ...bag, priceMinor: 1295, tags: ['filter'] },
  { id: 'ethiopia-guji', ...bag, priceMinor: 1395, tags: ['filter'] },
  { id: 'kenya-nyeri', ...bag, priceMinor: 1495, tags: ['filter'] },
  { id: 'subscription-fortnightly', category: 'subscription', priceMinor: 1095, replenishmentDays: 14 },
  { id: 'subscription-monthly', category: 'subscription', priceMinor: 1995, replenishmentDays: 28 },
  { id: 'paper-filters', category: 'brewing', priceMinor: 695, replenishmentDays: 90 },
  { id: 'descaler', category: 'brewing', priceMinor: 995, replenishmentDays: 120 },
  { id: 'dripper', category: 'brewing', priceMinor: 2450 },
  { id: 'french-press', category: 'brewing', priceMinor: 3995 },
  { id: 'hand-grinder', category: 'brewing', priceMinor: 8900 },
  { id: 'kettle', category: 'brewing', priceMinor: 6900 },
  { id: 'tasting-box', category: 'gifts', priceMinor: 2995 },
  { id: 'gift-card', category: 'gifts', priceMinor: 2500, isDigital: true },
];
