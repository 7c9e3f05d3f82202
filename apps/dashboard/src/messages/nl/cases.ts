import type { Messages } from '../en.ts';

/** What customers say back, and what somebody still has to answer them. */
export const cases: Messages['cases'] = {
  openTitle: 'Wacht op antwoord',
  openNote: (ago) => `Sinds ${ago}. Tot dit is afgesloten, rusten de reeksen en gaat er geen marketing uit.`,
  kinds: {
    great: 'Is tevreden',
    question: 'Heeft een vraag',
    problem: 'Zegt dat er iets mis is',
    reply: 'Schreef terug',
  },
  holdsMarketing: 'Nu even geen marketing: iemand moet deze klant nog antwoorden.',
  holdsSequence: 'Rust tot de klant antwoord heeft.',
  about: (subject) => `over ‘${subject}’`,
  noWords: 'Klikte op het antwoord en schreef er niets bij.',
  readMail: 'Lees de mail',
  noteLabel: 'Notitie voor het team',
  noteHint: 'Wat eraan is gedaan. De klant krijgt dit nooit te zien.',
  close: 'Zaak afsluiten',
  closeText: 'Iemand heeft geantwoord. Wat daarop wachtte, gaat verder: reeksen, en mail die aan de beurt is.',
  closeNow: 'Het is beantwoord',
  cancel: 'Open laten',
  closed: 'Afgesloten. Wat lag te wachten, gaat weer verder.',
  earlier: (n) => (n === 1 ? 'Eén eerdere zaak' : `${n} eerdere zaken`),
  closedOn: (date) => `Afgesloten op ${date}`,
  replyTitle: 'Antwoord als de klant',
  replyNote: 'Deze mail is hier opgevangen. Schrijf terug namens de ontvanger en kijk wat dat teweegbrengt.',
  replyLabel: 'Je antwoord',
  replySend: 'Verstuur het antwoord',
  replied: 'Het antwoord is binnen. Het wacht op de pagina van de klant op iemand, en tot dan rusten de reeksen.',
  toCustomer: 'Bekijk het bij de klant',
};
