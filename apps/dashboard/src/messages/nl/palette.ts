import type { Messages } from '../en.ts';

/** The palette that goes anywhere, and the keys. */
export const palette: Messages['palette'] = {
  open: 'Ga naar …',
  title: 'Overal naartoe',
  placeholder: 'Een pagina, een winkel, een klant, een bestelnummer …',
  results: 'Wat past',
  pages: 'Pagina’s',
  stores: 'Winkels',
  customers: 'Klanten',
  orders: 'Bestellingen',
  settings: 'Instellingen',
  theme: (name) => `Kleuren: ${name}`,
  language: (name) => `Taal: ${name}`,
  nothing:
    'Niets gevonden. Een klant vind je op naam of e-mailadres, in de winkel waar je nu bent; een bestelling op nummer, in elke winkel.',
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
