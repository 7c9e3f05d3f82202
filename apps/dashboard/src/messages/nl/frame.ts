import type { Messages } from '../en.ts';

/** Words of every page. */
export const common: Messages['common'] = {
  loading: 'Bezig met laden',
  tryAgain: 'Opnieuw proberen',
  requestId: (id) => `Verzoek ${id}`,
  close: 'Sluiten',
  cancel: 'Annuleren',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  copyWhat: (what) => `Kopiëren: ${what}`,
  showMore: 'Meer tonen',
  skipToContent: 'Naar de inhoud',
  unknown: 'onbekend',
  unreachable: 'De server is niet bereikbaar. Kijk of hij draait; intussen gaat er niets verloren.',
  notShown: 'Dit kon niet worden getoond.',
  doneOf: (done, total) => `${done} van ${total}`,
  perSecond: (rate) => `${rate} per seconde`,
  remaining: (duration) => `nog ${duration}`,
  undo: 'Ongedaan maken',
  notification: 'Melding',
  notifications: 'Meldingen ({hotkey})',
  nothingFits: 'Niets gevonden.',
};

/** What stands around the pages. */
export const shell: Messages['shell'] = {
  navigation: 'Pagina’s',
  menu: 'Menu',
  store: 'Winkel',
  start: 'Start',
  customers: 'Klanten',
  mailbox: 'Postbus',
  sequences: 'Reeksen',
  referrals: 'Aanbevelingen & beloningen',
  connections: 'Koppelingen',
  health: 'Conditie',
  signOut: 'Uitloggen',
  theme: 'Kleuren',
  themes: { system: 'Zoals het systeem', light: 'Licht', dark: 'Donker' },
  language: 'Taal',
  roles: { owner: 'Eigenaar', marketer: 'Marketeer', developer: 'Ontwikkelaar', client: 'Klant van het bureau' },
  noStore: 'Er is nog geen winkel die je mag zien. Vraag het de eigenaar van deze installatie.',
  noStoreTitle: 'Nog geen winkel',
  pageMissing: 'Deze pagina bestaat niet.',
  pageMissingText: 'Misschien zit er een tikfout in het adres, of is wat hier stond verdwenen.',
  toStart: 'Naar het begin',
};
