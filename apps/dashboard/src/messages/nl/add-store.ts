import type { Messages } from '../en.ts';

/** The dialog that makes a further store. */
export const addStore: Messages['addStore'] = {
  title: 'Winkel toevoegen',
  text: 'De winkel krijgt eigen segmenten, mails en reeksen. ‘Na een bestelling’ staat aan, de andere wachten tot je ze aanzet; mail blijft in de mailbox tot je een mailaccount koppelt. Daarna koppel je de webshop.',
  name: 'Naam van de winkel',
  slug: 'Korte naam',
  slugHint: 'Voor adressen en links: a-z, 0-9 en -.',
  senderName: 'Wie de mails schrijft',
  senderHint: 'Een mens, met de naam die klanten te lezen krijgen.',
  senderRole: 'Functie',
  senderEmail: 'E-mailadres',
  currency: 'Valuta',
  currencyHint: 'Drie letters, zoals EUR.',
  timeZone: 'Tijdzone',
  language: 'Taal van de mails',
  submit: 'Winkel toevoegen',
  added: (store) => `${store} is toegevoegd. Koppel nu de webshop.`,
};
