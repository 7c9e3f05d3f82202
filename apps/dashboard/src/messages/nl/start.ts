import type { Messages } from '../en.ts';

/** The start page and the walk of an order. */
export const start: Messages['start'] = {
  title: (store) => store,
  lead: 'Volg één echte bestelling helemaal: van de webhook tot een mail in de postbus.',
  buttonTitle: 'Zie hoe een bestelling een band wordt',
  buttonText:
    'Een echte bestelling, opgenomen bij een WooCommerce-winkel, wordt ondertekend en naar het eigen webhookadres van deze winkel gestuurd. Onderweg is niets nagedaan.',
  button: 'Stuur een echte bestelling door',
  again: 'Nog een keer sturen',
  working: 'Onderweg …',
  openMail: 'Lees de mail',
  openCustomer: 'Zie waarom hij verstuurd is',
  took: (seconds) => `De hele weg in ${seconds} seconden.`,
  slow: 'Dit duurt langer dan het hoort. Op de pagina Status staat wat er in de weg zit.',
  toHealth: 'Bekijk de status',
  rooms: {
    received: {
      name: 'Ontvangen',
      waiting: 'De webhook is ondertekend en verstuurd.',
      done: 'Handtekening gecontroleerd, op schijf bewaard, beantwoord.',
    },
    customer: {
      name: 'Klant',
      waiting: 'Wie is het, en wat is er gekocht?',
      done: (name) => `${name} is bekend, met deze bestelling.`,
    },
    segment: { name: 'Segment', waiting: 'Wat voor klant is het?', done: (names) => names },
    sequence: {
      name: 'Reeks',
      waiting: 'Wat moet er nu gebeuren?',
      done: (name) => `‘${name}’ begint.`,
      waits: (name, time) => `‘${name}’ begint, maar er gaat niet meteen een mail uit: die wacht tot ${time}.`,
    },
    mail: {
      name: 'Mail',
      waiting: 'Geschreven zoals een mens dat zou doen.',
      sent: 'Verstuurd.',
      done: (subject) => `‘${subject}’`,
    },
  },
  hookTitle: 'Koppel je eigen winkel',
  hookText:
    'WooCommerce, Shopify en BigCommerce koppel je bij Koppelingen, met alles wat ze hebben. Elke andere winkel stuurt bestellingen naar dit adres, ondertekend met het geheim van de koppeling.',
  hookLabel: 'Webhookadres',
  noHook: 'Aan deze winkel is nog geen platform gekoppeld.',
  toConnections: 'Koppelingen beheren',
  figures: 'Deze winkel tot nu toe',
  customersLabel: 'Klanten',
  mailsLabel: 'Mails in de postbus',
  sequencesLabel: 'Reeksen aan',
  moreThan: (count) => `${count}+`,
};
