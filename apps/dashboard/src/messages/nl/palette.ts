import type { Messages } from '../en.ts';

/** The palette that goes anywhere, and the keys. */
export const palette: Messages['palette'] = {
  open: 'Ga naar …',
  title: 'Overal naartoe',
  placeholder: 'Een pagina, een winkel, een klant …',
  results: 'Wat past',
  pages: 'Pagina’s',
  stores: 'Winkels',
  customers: 'Klanten',
  settings: 'Instellingen',
  theme: (name) => `Kleuren: ${name}`,
  language: (name) => `Taal: ${name}`,
  nothing: 'Niets gevonden. Een klant vind je op naam of e-mailadres, in de winkel waar je nu bent.',
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
