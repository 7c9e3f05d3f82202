import type { CatalogueTexts } from '../archetype.ts';

export const coffeeInDutch: CatalogueTexts = {
  categories: { beans: 'Koffiebonen', subscription: 'Abonnementen', brewing: 'Zetten', gifts: 'Cadeaus' },
  products: {
    'house-espresso': {
      title: 'Huisblend espresso, 250 g',
      description: 'Melkchocolade, hazelnoot en een ronde afdronk. De blend waar we elf jaar geleden mee begonnen.',
    },
    'house-espresso-1kg': {
      title: 'Huisblend espresso, 1 kg',
      description:
        'Dezelfde huisblend voor wie elke dag een paar koppen zet. Bewaar hem dicht, donker en niet in de koelkast.',
    },
    decaf: {
      title: 'Cafeïnevrij, 250 g',
      description: 'Met bronwater van cafeïne ontdaan, dus vol van smaak. Karamel en geroosterde amandel.',
    },
    'brazil-cerrado': {
      title: 'Brazilië Cerrado, 250 g',
      description: 'Pinda, cacao en weinig zuur. Maakt van een gewone espressomachine een goede.',
    },
    'guatemala-antigua': {
      title: 'Guatemala Antigua, 250 g',
      description: 'Donkere chocolade en sinaasappelschil. Thuis in het bonenbakje én in de filterhouder.',
    },
    'colombia-huila': {
      title: 'Colombia Huila, 250 g',
      description: 'Rijp rood fruit en panela, van tweeëndertig kleine boerderijen rond Pitalito.',
    },
    'ethiopia-guji': {
      title: 'Ethiopië Guji, 250 g',
      description: 'Bergamot, perzik en jasmijn. Licht gebrand voor de filter, op zijn best na tien dagen rust.',
    },
    'kenya-nyeri': {
      title: 'Kenia Nyeri, 250 g',
      description: 'Zwarte bes en grapefruit, helder als glas. Voor ochtenden waarop je wakker wilt worden.',
    },
    'subscription-fortnightly': {
      title: 'Koffieabonnement, elke twee weken',
      description: 'Om de twee weken een verse zak door de brievenbus. Overslaan of stoppen kan altijd.',
    },
    'subscription-monthly': {
      title: 'Koffieabonnement, elke vier weken',
      description:
        'Elke vier weken twee zakken: een vertrouwde en een om te ontdekken. Overslaan of stoppen kan altijd.',
    },
    'paper-filters': {
      title: 'Papieren filters, 100 stuks',
      description: 'Ongebleekt, past op onze dripper. Even omspoelen met heet water, dan proef je geen papier.',
    },
    descaler: {
      title: 'Ontkalker, 3 beurten',
      description: 'Op basis van citroenzuur. Elke drie à vier maanden, vaker als je water hard is.',
    },
    dripper: {
      title: 'Keramische dripper',
      description: 'In Delft gedraaid, houdt de warmte vast. Voor een tot drie koppen.',
    },
    'french-press': {
      title: 'Cafetière, 0,8 liter',
      description: 'Dubbelwandig staal en een fijne zeef. Vier minuten geduld en meer hoef je niet te kunnen.',
    },
    'hand-grinder': {
      title: 'Handmolen met stalen maalwerk',
      description: 'Maalt in een halve minuut genoeg voor twee koppen, van espresso tot cafetière.',
    },
    kettle: {
      title: 'Waterkoker met zwanenhals',
      description: 'Schenkt waar je wilt en hoe snel je wilt. Op de graad nauwkeurig.',
    },
    'tasting-box': {
      title: 'Proefdoos, vier koffies',
      description:
        'Vier zakjes van 100 g met een proefkaart. Om erachter te komen wat je lekker vindt, of om weg te geven.',
    },
    'gift-card': {
      title: 'Cadeaubon',
      description: 'Per mail, met je eigen boodschap. Twee jaar geldig op alles in de winkel.',
    },
  },
};
