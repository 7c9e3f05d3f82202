import type { Messages } from '../en.ts';

/** The demo: its bar, its shop, and the way to it. */
export const demo: Messages['demo'] = {
  name: 'Demo',
  clock: 'De klok van de demo',
  forward: 'Zet de klok vooruit',
  hour: '+1 uur',
  day: '+1 dag',
  month: '+1 maand',
  movingDays: 'Dagen voorbij',
  movingHours: 'Uren voorbij',
  moveFailed:
    'De klok is onderweg blijven staan. Alles wat tot nu toe moest gebeuren is gebeurd; zet hem opnieuw vooruit.',
  order: 'Bestel als klant',
  fillingTitle: 'Je demobureau trekt in',
  fillingLead:
    'Verzonnen winkels, twee jaar klanten, en de laatste weken echt beleefd: elke mail, elk antwoord en elke beloning die je zo ziet, is het werk van Regulars zelf.',
  phases: {
    history: 'Twee jaar bestellingen komen binnen',
    living: 'De laatste weken worden beleefd, dag voor dag',
    moving: 'De klok loopt',
  },
  fillingNote: 'Er gaat niets van je computer af: de mails komen in de eigen postbus van de demo.',
  signInText:
    'Hier heeft niemand een wachtwoord nodig. Open de link die bij het starten van de demo verscheen, of klik nog eens op ‘Kijk rond in een demobureau’.',
  back: 'Terug naar je eigen installatie',
  ownInstance: 'Kom je van je eigen installatie? Die draait door, op het adres waar je vandaan kwam.',
  shop: {
    title: (store) => `Winkelen bij ${store}`,
    text: 'Nu ben jij de klant. De bestelling gaat de weg van elke bestelling: via een ondertekende webhook.',
    store: 'Winkel',
    who: 'Wie bestelt er?',
    newCustomer: 'Iemand nieuws',
    firstName: 'Voornaam',
    email: 'E-mailadres',
    emailHint: 'Elk adres is goed: er gaat niets van deze computer af.',
    goods: 'Wat kopen ze?',
    fewer: (product) => `Eén ${product} minder`,
    more: (product) => `Eén ${product} meer`,
    quantity: (count, product) => `${count} × ${product}`,
    code: 'Kortingscode',
    codeHint: 'Bijvoorbeeld een code uit een mail van deze winkel.',
    total: 'Totaal',
    submit: 'Bestelling plaatsen',
    doneTitle: (number) => `Bestelling ${number} is geplaatst`,
    doneText: (amount) =>
      `Betaald: ${amount}. Het bedankje komt zo meteen; zet de klok vooruit om te zien wat erop volgt.`,
    toMailbox: 'Open de postbus',
    toCustomers: 'Zoek de klant op',
    another: 'Nog iets bestellen',
  },
  launch: {
    button: 'Kijk rond in een demobureau',
    text: 'Drie verzonnen winkels met twee jaar aan klanten, in een eigen installatie. Niets ervan raakt de jouwe.',
    title: 'Een demobureau opent zijn deuren',
    lead: 'Het draait als een eigen proces op deze computer, met eigen gegevens. Eerst start zijn database; dat duurt een paar seconden.',
    starting: 'De demo start',
    failed: 'De demo kon niet worden gestart. In de terminal staat waarom.',
    again: 'Opnieuw proberen',
    back: 'Terug',
    notOffered:
      'Een demo kun je hier alleen openen op de computer waarop Regulars draait, als eigenaar. Elders: regulars demo',
  },
};
