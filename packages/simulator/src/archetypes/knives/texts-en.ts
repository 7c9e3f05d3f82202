import type { CatalogueTexts } from '../archetype.ts';

export const knivesInEnglish: CatalogueTexts = {
  categories: { knives: 'Knives', care: 'Care', gifts: 'Gifts' },
  products: {
    'chefs-knife': { title: 'Chef’s knife, 20 cm', description: 'Carbon steel.' },
    'paring-knife': { title: 'Paring knife, 9 cm', description: 'For small work.' },
    whetstone: { title: 'Whetstone 1000/6000', description: 'Two sides.' },
    'camellia-oil': { title: 'Camellia oil', description: 'Keeps rust away.' },
    'gift-card': { title: 'Gift card', description: 'By e-mail.' },
  },
};
