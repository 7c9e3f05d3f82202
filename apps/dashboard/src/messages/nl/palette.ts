import type { Messages } from '../en.ts';

/** The palette that goes anywhere, and the keys. */
export const palette: Messages['palette'] = {
  open: 'Ga naar …',
  title: 'Overal naartoe',
  placeholder: 'Een pagina, een winkel, een segment, een klant, een bestelling …',
  results: 'Wat past',
  pages: 'Pagina’s',
  stores: 'Winkels',
  mails: 'Mails',
  customers: 'Klanten',
  customersElsewhere: 'Klanten van andere winkels',
  orders: 'Bestellingen',
  settings: 'Instellingen',
  theme: (name) => `Kleuren: ${name}`,
  language: (name) => `Taal: ${name}`,
  nothing:
    'Niets gevonden. Een segment, een reeks en een mail vind je op naam, in de winkel waar je nu bent; een klant op naam of e-mailadres en een bestelling op nummer, in elke winkel.',
  shortcuts: 'Toetsen',
  shortcutsText: 'Het hele dashboard werkt zonder muis.',
  find: 'Overal naartoe',
  help: 'Deze toetsen',
  goTo: (page) => `Naar ${page}`,
  then: 'dan',
  rows: 'Langs de rijen van een tabel',
  closes: 'Sluiten wat vooraan staat',
  hints: 'Kies met de pijltjestoetsen, Enter gaat erheen, Esc sluit',
};
