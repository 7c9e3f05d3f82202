import type { ArchetypeKey } from '../simulated-agency.ts';
import type { CountryCode, Language } from '../simulated-customer.ts';

/** An invented store, before it has a number in the agency. */
export interface StoreName {
  readonly name: string;
  readonly sender: string;
  readonly role: string;
  readonly at: keyof typeof seats;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly region: string;
}

/** What follows from the country a store is in. */
export const seats = {
  dutch: { locale: 'nl', country: 'NL', currency: 'EUR', timeZone: 'Europe/Amsterdam' },
  flemish: { locale: 'nl', country: 'BE', currency: 'EUR', timeZone: 'Europe/Brussels' },
  british: { locale: 'en', country: 'GB', currency: 'GBP', timeZone: 'Europe/London' },
  irish: { locale: 'en', country: 'IE', currency: 'EUR', timeZone: 'Europe/Dublin' },
  german: { locale: 'de', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
} as const satisfies Record<string, { locale: Language; country: CountryCode; currency: string; timeZone: string }>;

/** The first of each kind are the agency's first three stores. */
export const storeNames: Readonly<Record<ArchetypeKey, readonly StoreName[]>> = {
  coffee: [
    {
      name: 'Kade Koffie',
      sender: 'Marloes Terpstra',
      role: 'brander',
      at: 'dutch',
      street: 'Havenkade 14',
      postcode: '3511 KD',
      city: 'Utrecht',
      region: 'Utrecht',
    },
    {
      name: 'Northgate Roasters',
      sender: 'Imogen Hargreaves',
      role: 'roaster',
      at: 'british',
      street: '7 Northgate Yard',
      postcode: 'BS1 6QT',
      city: 'Bristol',
      region: 'England',
    },
    {
      name: 'Branderij De Linde',
      sender: 'Sjoerd Hoekstra',
      role: 'eigenaar',
      at: 'dutch',
      street: 'Lindelaan 3',
      postcode: '9717 LD',
      city: 'Groningen',
      region: 'Groningen',
    },
    {
      name: 'Harbour Lane Coffee',
      sender: 'Rory Campbell',
      role: 'roaster',
      at: 'british',
      street: '31 Harbour Lane',
      postcode: 'EH6 2LN',
      city: 'Edinburgh',
      region: 'Scotland',
    },
  ],
  knives: [
    {
      name: 'Hollow & Edge',
      sender: 'Tom Ashworth',
      role: 'cutler',
      at: 'british',
      street: '3 Grinders Row',
      postcode: 'S3 8KT',
      city: 'Sheffield',
      region: 'England',
    },
    {
      name: 'Klingenwerk Berg',
      sender: 'Henrik Lorenz',
      role: 'Messermacher',
      at: 'german',
      street: 'Schleiferweg 9',
      postcode: '42651',
      city: 'Solingen',
      region: 'Nordrhein-Westfalen',
    },
    {
      name: 'Copper Rivet Knives',
      sender: 'Priya Bennett',
      role: 'maker',
      at: 'british',
      street: '18 Tanners Hill',
      postcode: 'NR2 4RV',
      city: 'Norwich',
      region: 'England',
    },
    {
      name: 'Messerhaus Lindner',
      sender: 'Svenja Lindner',
      role: 'Inhaberin',
      at: 'german',
      street: 'Gerbergasse 21',
      postcode: '79098',
      city: 'Freiburg im Breisgau',
      region: 'Baden-Württemberg',
    },
  ],
  books: [
    {
      name: 'Lantern Row Press',
      sender: 'Aoife Brennan',
      role: 'publisher',
      at: 'irish',
      street: '22 Lantern Row',
      postcode: 'D02 XK41',
      city: 'Dublin',
      region: 'Leinster',
    },
    {
      name: 'Uitgeverij Zeewind',
      sender: 'Stijn Wouters',
      role: 'uitgever',
      at: 'flemish',
      street: 'Graslei 40',
      postcode: '9000',
      city: 'Gent',
      region: 'Oost-Vlaanderen',
    },
    {
      name: 'Foxglove and Quill',
      sender: 'Declan Byrne',
      role: 'editor',
      at: 'irish',
      street: '5 Quill Lane',
      postcode: 'T12 QL05',
      city: 'Cork',
      region: 'Munster',
    },
    {
      name: 'De Kraanvogel',
      sender: 'Femke Claes',
      role: 'uitgever',
      at: 'flemish',
      street: 'Vogelenmarkt 12',
      postcode: '2000',
      city: 'Antwerpen',
      region: 'Antwerpen',
    },
  ],
};
