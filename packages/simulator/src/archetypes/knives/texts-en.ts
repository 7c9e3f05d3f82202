import type { CatalogueTexts } from '../archetype.ts';

export const knivesInEnglish: CatalogueTexts = {
  categories: {
    knives: 'Knives',
    sharpening: 'Sharpening',
    courses: 'Courses',
    care: 'Care',
    boards: 'Boards and rolls',
    gifts: 'Gifts',
  },
  products: {
    'chefs-knife': {
      title: 'Chef’s knife, 21 cm',
      description: 'Carbon steel, ground thin by hand, ash handle. If you own one knife, own this one. Wipe it dry.',
    },
    santoku: {
      title: 'Santoku, 17 cm',
      description:
        'Shorter and flatter than a chef’s knife: it pushes rather than rocks. Kind to small hands and boards.',
    },
    'bread-knife': {
      title: 'Bread knife, 25 cm',
      description: 'Wide scallops instead of teeth, so that it cuts crust and leaves no crumbs to speak of.',
    },
    'boning-knife': {
      title: 'Boning knife, 15 cm',
      description: 'Narrow, stiff at the heel and supple at the tip. Follows the bone.',
    },
    'paring-knife': {
      title: 'Paring knife, 9 cm',
      description: 'For everything you do in the hand: apples, garlic, the eyes of potatoes.',
    },
    'steak-knives': {
      title: 'Steak knives, set of four',
      description: 'Plain edges that can be sharpened, in a box of beech. Engraving on request.',
    },
    'whetstone-1000': {
      title: 'Whetstone, grit 1000',
      description:
        'The stone to begin with. Soak for ten minutes; fifteen degrees; let the burr tell you when to turn.',
    },
    'whetstone-6000': {
      title: 'Whetstone, grit 6000',
      description: 'Polishes what the 1000 has shaped. For people who have found that they enjoy this.',
    },
    'honing-rod': {
      title: 'Ceramic honing rod',
      description: 'Four light strokes before you cook keep the whetstone in its drawer for weeks.',
    },
    strop: {
      title: 'Leather strop',
      description: 'Bridle leather on oak, with a block of green compound. The last one per cent.',
    },
    'sharpening-course': {
      title: 'Sharpening at home, video course',
      description: 'Seven short films at our bench, from the first burr to the tomato. Yours to keep.',
    },
    'sharpening-by-post': {
      title: 'Sharpening by post',
      description: 'Send us your knife in the box we send you; it is back within the week, sharper than new.',
    },
    'camellia-oil': {
      title: 'Camellia oil, 100 ml',
      description: 'A drop on the blade when you put it away. Odourless, keeps carbon steel from rust.',
    },
    'knife-guard': {
      title: 'Magnolia knife guard',
      description: 'Keeps edge and fingers apart in a drawer. Takes blades up to 22 cm.',
    },
    'oak-board': {
      title: 'End-grain board of English oak',
      description: 'End grain closes behind the edge. Oil it once a month and your children will inherit it.',
    },
    'knife-roll': {
      title: 'Waxed canvas knife roll',
      description: 'Six pockets, leather ties. For cooks who travel, and for moving house.',
    },
    'gift-card': {
      title: 'Gift card',
      description: 'By e-mail, on a day of your choice. For those who had better pick the handle themselves.',
    },
  },
};
