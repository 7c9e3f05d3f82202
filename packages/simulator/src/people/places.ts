import type { Random } from '@regulars/core/shared';
import { pick } from '../laws/choose.ts';
import type { CountryCode, Language, SimulatedAddress } from '../simulated-customer.ts';

interface Country {
  readonly language: Language;
  /** City, region, and the postcode's beginning. */
  readonly cities: readonly (readonly [string, string, string])[];
  readonly streets: readonly string[];
  /** What follows the postcode's beginning: `9` a digit, `A` a letter. */
  readonly postcodeRest: string;
  readonly isNumberFirst: boolean;
}

const dutchStreets = [
  'Dorpsstraat',
  'Kerkstraat',
  'Molenweg',
  'Wilgenlaan',
  'Havenkade',
  'Lindelaan',
  'Oude Gracht',
  'Vijverweg',
  'Stationsplein',
  'Beukenhof',
  'Nieuwstraat',
  'Parklaan',
];
const germanStreets = [
  'Gartenstraße',
  'Lindenallee',
  'Bahnhofstraße',
  'Am Mühlbach',
  'Schulstraße',
  'Kirchgasse',
  'Rosenweg',
  'Bergstraße',
  'Marktplatz',
  'Ahornweg',
  'Uferstraße',
  'Waldweg',
];
const englishStreets = [
  'Church Lane',
  'Mill Road',
  'Station Road',
  'Orchard Close',
  'Victoria Street',
  'The Green',
  'Park Avenue',
  'Chapel Hill',
  'Quay Street',
  'Meadow View',
  'Elm Terrace',
  'Castle Street',
];

export const countries: Readonly<Record<CountryCode, Country>> = {
  NL: {
    language: 'nl',
    cities: [
      ['Amsterdam', 'Noord-Holland', '10'],
      ['Utrecht', 'Utrecht', '35'],
      ['Groningen', 'Groningen', '97'],
      ['Haarlem', 'Noord-Holland', '20'],
      ['Leiden', 'Zuid-Holland', '23'],
      ['Arnhem', 'Gelderland', '68'],
      ['Zwolle', 'Overijssel', '80'],
      ['Breda', 'Noord-Brabant', '48'],
      ['Maastricht', 'Limburg', '62'],
      ['Rotterdam', 'Zuid-Holland', '30'],
    ],
    streets: dutchStreets,
    postcodeRest: '99 AA',
    isNumberFirst: false,
  },
  BE: {
    language: 'nl',
    cities: [
      ['Gent', 'Oost-Vlaanderen', '90'],
      ['Antwerpen', 'Antwerpen', '20'],
      ['Leuven', 'Vlaams-Brabant', '30'],
      ['Brugge', 'West-Vlaanderen', '80'],
      ['Mechelen', 'Antwerpen', '28'],
      ['Hasselt', 'Limburg', '35'],
    ],
    streets: dutchStreets,
    postcodeRest: '99',
    isNumberFirst: false,
  },
  DE: {
    language: 'de',
    cities: [
      ['Berlin', 'Berlin', '10'],
      ['Hamburg', 'Hamburg', '20'],
      ['Köln', 'Nordrhein-Westfalen', '50'],
      ['Leipzig', 'Sachsen', '04'],
      ['Freiburg im Breisgau', 'Baden-Württemberg', '79'],
      ['München', 'Bayern', '80'],
      ['Münster', 'Nordrhein-Westfalen', '48'],
      ['Solingen', 'Nordrhein-Westfalen', '42'],
    ],
    streets: germanStreets,
    postcodeRest: '999',
    isNumberFirst: false,
  },
  AT: {
    language: 'de',
    cities: [
      ['Wien', 'Wien', '10'],
      ['Graz', 'Steiermark', '80'],
      ['Salzburg', 'Salzburg', '50'],
      ['Linz', 'Oberösterreich', '40'],
    ],
    streets: germanStreets,
    postcodeRest: '99',
    isNumberFirst: false,
  },
  GB: {
    language: 'en',
    cities: [
      ['London', 'England', 'SE1'],
      ['Sheffield', 'England', 'S1'],
      ['Bristol', 'England', 'BS1'],
      ['Leeds', 'England', 'LS1'],
      ['Edinburgh', 'Scotland', 'EH1'],
      ['Cardiff', 'Wales', 'CF1'],
      ['Norwich', 'England', 'NR1'],
      ['York', 'England', 'YO1'],
      ['Glasgow', 'Scotland', 'G1'],
    ],
    streets: englishStreets,
    postcodeRest: '9 9AA',
    isNumberFirst: true,
  },
  IE: {
    language: 'en',
    cities: [
      ['Dublin', 'Leinster', 'D0'],
      ['Cork', 'Munster', 'T1'],
      ['Galway', 'Connacht', 'H9'],
      ['Limerick', 'Munster', 'V9'],
      ['Kilkenny', 'Leinster', 'R9'],
    ],
    streets: englishStreets,
    postcodeRest: '9 AA99',
    isNumberFirst: true,
  },
};

const postcodeLetters = 'ABCDEFGHJKLPRSTVWXYZ'.split('');

/** An address that looks like one of that country; the house most likely does not stand. */
export function drawAddress(random: Random, code: CountryCode): SimulatedAddress {
  const country = countries[code];
  const [city, region, start] = pick(random, country.cities);
  const rest = country.postcodeRest.replaceAll(/[9A]/g, (mark) =>
    mark === '9' ? String(random.below(10)) : pick(random, postcodeLetters),
  );
  const number = 1 + Math.floor(random.next() ** 2 * 180);
  const name = pick(random, country.streets);
  const street = country.isNumberFirst ? `${number} ${name}` : `${name} ${number}`;
  return { country: code, region, city, postcode: start + rest, street };
}
