import type { Messages } from '../en.ts';

/** The mailbox, and the page of one mail. */
export const mailbox: Messages['mailbox'] = {
  title: 'Postbus',
  lead: 'Alle mail die hier is opgevangen, zoals de ontvanger haar zou zien.',
  from: 'Van',
  to: 'Aan',
  received: 'Ontvangen',
  subject: 'Onderwerp',
  unread: 'Ongelezen:',
  emptyTitle: 'Nog geen mail',
  emptyText:
    'Mail komt hier terecht zolang er geen mailaccount is gekoppeld. Stuur een opgenomen bestelling door, en binnen een paar tellen is het eerste bedankje er.',
  toStart: 'Naar de startpagina',
  phone: 'Telefoon',
  desktop: 'Computer',
  width: 'Breedte',
  htmlPart: 'Mail',
  textPart: 'Tekstversie',
  part: 'Versie',
  back: 'Alle mail',
  previewOf: (subject) => `Mail: ${subject}`,
  customer: 'Bekijk de klant',
};
