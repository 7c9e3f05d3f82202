import type { CatalogueTexts } from '../archetype.ts';

export const coffeeInEnglish: CatalogueTexts = {
  categories: { beans: 'Coffee beans', subscription: 'Subscriptions', brewing: 'Brewing', gifts: 'Gifts' },
  products: {
    'house-espresso': {
      title: 'House espresso, 250 g',
      description: 'Milk chocolate, hazelnut and a round finish. The blend we began with eleven years ago.',
    },
    'house-espresso-1kg': {
      title: 'House espresso, 1 kg',
      description: 'The same blend for people who pull a few shots a day. Keep it shut, dark and out of the fridge.',
    },
    decaf: {
      title: 'Decaf, 250 g',
      description: 'Decaffeinated with spring water, so that the taste stays. Caramel and toasted almond.',
    },
    'brazil-cerrado': {
      title: 'Brazil Cerrado, 250 g',
      description: 'Peanut, cocoa and little acidity. Makes an ordinary machine a good one.',
    },
    'guatemala-antigua': {
      title: 'Guatemala Antigua, 250 g',
      description: 'Dark chocolate and orange peel. At home in the hopper and in the filter alike.',
    },
    'colombia-huila': {
      title: 'Colombia Huila, 250 g',
      description: 'Ripe red fruit and panela, from thirty-two small farms around Pitalito.',
    },
    'ethiopia-guji': {
      title: 'Ethiopia Guji, 250 g',
      description: 'Bergamot, peach and jasmine. Roasted lightly for filter, at its best after ten days of rest.',
    },
    'kenya-nyeri': {
      title: 'Kenya Nyeri, 250 g',
      description: 'Blackcurrant and grapefruit, clear as glass. For mornings on which you mean to wake up.',
    },
    'subscription-fortnightly': {
      title: 'Coffee subscription, every two weeks',
      description: 'A fresh bag through the letterbox every fortnight. Skip or stop whenever you like.',
    },
    'subscription-monthly': {
      title: 'Coffee subscription, every four weeks',
      description: 'Two bags every four weeks: one you know, one to discover. Skip or stop whenever you like.',
    },
    'paper-filters': {
      title: 'Paper filters, 100 pieces',
      description: 'Unbleached, made for our dripper. Rinse with hot water first and you will not taste the paper.',
    },
    descaler: {
      title: 'Descaler, three rounds',
      description: 'Made of citric acid. Every three or four months, more often where the water is hard.',
    },
    dripper: {
      title: 'Ceramic dripper',
      description: 'Thrown by hand, keeps its heat. For one to three cups.',
    },
    'french-press': {
      title: 'French press, 0.8 litre',
      description: 'Double-walled steel and a fine mesh. Four minutes of patience is all the skill it takes.',
    },
    'hand-grinder': {
      title: 'Hand grinder with steel burrs',
      description: 'Grinds enough for two cups in half a minute, from espresso to French press.',
    },
    kettle: {
      title: 'Gooseneck kettle',
      description: 'Pours where you want and as fast as you want. Accurate to the degree.',
    },
    'tasting-box': {
      title: 'Tasting box, four coffees',
      description: 'Four bags of 100 g with a tasting card. To find out what you like, or to give away.',
    },
    'gift-card': {
      title: 'Gift card',
      description: 'By e-mail, with your own words. Good for two years, for everything in the shop.',
    },
  },
};
