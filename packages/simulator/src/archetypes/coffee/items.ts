import type { CatalogueItem } from '../archetype.ts';

export const coffeeItems: readonly CatalogueItem[] = [
  { id: 'huisblend-espresso', category: 'beans', priceMinor: 1150, replenishmentDays: 24 },
  { id: 'ethiopie-filter', category: 'beans', priceMinor: 1395, replenishmentDays: 24 },
  { id: 'abonnement', category: 'subscription', priceMinor: 1895, replenishmentDays: 28 },
  { id: 'filterpapier', category: 'brewing', priceMinor: 695, replenishmentDays: 90 },
  { id: 'handmolen', category: 'brewing', priceMinor: 8900 },
];
