import type { CatalogueTexts } from '../archetype.ts';

export const coffeeInDutch: CatalogueTexts = {
  categories: { beans: 'Bonen', subscription: 'Abonnementen', brewing: 'Zetten' },
  products: {
    'huisblend-espresso': { title: 'Huisblend espresso', description: 'Chocolade en hazelnoot.' },
    'ethiopie-filter': { title: 'Ethiopië filter', description: 'Bergamot en perzik.' },
    abonnement: { title: 'Koffieabonnement', description: 'Elke maand vers gebrand.' },
    filterpapier: { title: 'Filterpapier', description: 'Honderd stuks.' },
    handmolen: { title: 'Handmolen', description: 'Stalen maalwerk.' },
  },
};
