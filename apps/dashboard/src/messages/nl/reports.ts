import type { Messages } from '../en.ts';
import { shortReasons } from './short-reasons.ts';

/** What needs somebody, wherever it is told. */
export const needs: Messages['needs'] = {
  none: 'Niets vraagt aandacht.',
  title: 'Wat aandacht vraagt',
  more: (count: string) => `en nog ${count}`,
  urgency: { now: 'Nu', today: 'Vandaag', soon: 'Binnenkort' },
  mailPaused: 'Het mailaccount ligt stil; wat eruit moet, wacht.',
  shopPaused: 'De koppeling met de winkel ligt stil.',
  unreachable: (why: string) => `De bestellingen van de winkel konden niet geteld worden: ${why}.`,
  overdue: (count: string, isOne: boolean) =>
    isOne ? 'Eén mail had al een uur weg moeten zijn.' : `${count} mails hadden al een uur weg moeten zijn.`,
  poison: (count: string, isOne: boolean) =>
    isOne ? 'Eén levering was onbruikbaar.' : `${count} leveringen waren onbruikbaar.`,
  unknown: (count: string, isOne: boolean) =>
    isOne
      ? 'Van één mail of code weet niemand of die verstuurd is.'
      : `Van ${count} mails of codes weet niemand of ze verstuurd zijn.`,
  cases: (count: string, isOne: boolean, since: string) =>
    isOne
      ? `Eén klant wacht op antwoord, sinds ${since}.`
      : `${count} klanten wachten op antwoord, de eerste sinds ${since}.`,
  refused: (count: string, isOne: boolean) =>
    isOne
      ? 'Eén mail is de afgelopen zeven dagen geweigerd.'
      : `${count} mails zijn de afgelopen zeven dagen geweigerd.`,
  quiet: (pause: string, longest: string) =>
    `Al ${pause} geen bestelling; de langste pauze van de laatste tijd was ${longest}.`,
  apart: (there: string, here: string) => `${there} bestellingen in de winkel, ${here} hier.`,
  different: (count: string, isOne: boolean) =>
    isOne
      ? 'Eén bestelling is hier anders dan in de winkel.'
      : `${count} bestellingen zijn hier anders dan in de winkel.`,
  unread: 'De winkel laat zich niet lezen: waarom staat bij Koppelingen.',
  hooksUnasked: 'Het is niet zeker dat de winkel nieuwe bestellingen meteen doorgeeft.',
  hooksSilent: (count: string, isOne: boolean) =>
    isOne ? 'De winkel verzwijgt één soort nieuws.' : `De winkel verzwijgt ${count} soorten nieuws.`,
  bouncesUnread: (why: string) => `Het postvak voor bounces is niet te lezen: ${why}.`,
  dataRequests: (count: string, isOne: boolean, dueOn: string) =>
    isOne
      ? `Iemand vroeg om een kopie van zijn gegevens: antwoord uiterlijk ${dueOn}.`
      : `${count} mensen vroegen om een kopie van hun gegevens: beantwoord de eerste uiterlijk ${dueOn}.`,
  erasure:
    'Het platform eist dat zijn klanten vergeten worden, maar de koppeling is er nog: verwijder haar als de winkel weg is.',
  rewards: (count: string, isOne: boolean) =>
    isOne ? 'Eén beloning kan nog niet gegeven worden.' : `${count} beloningen kunnen nog niet gegeven worden.`,
  review: (count: string, isOne: boolean) =>
    isOne ? 'Eén aanbeveling wacht op een oordeel.' : `${count} aanbevelingen wachten op een oordeel.`,
  refunds: (share: string, usual: string | null) =>
    usual === null
      ? `${share} van de omzet is in 30 dagen teruggegeven.`
      : `${share} van de omzet is in 30 dagen teruggegeven; normaal is hier ${usual}.`,
  waiting: (count: string, isOne: boolean) =>
    isOne ? 'Eén levering wacht op een andere.' : `${count} leveringen wachten op andere.`,
  off: 'Alle reeksen staan uit: niemand krijgt mail.',
  failures: {
    unauthenticated: 'de sleutel wordt niet geaccepteerd',
    forbidden: 'de winkel, of een firewall ervoor, blokkeert de aanroep',
    notFound: 'zo’n lijst is er niet',
    invalid: 'de vraag wordt niet begrepen',
    rateLimited: 'we mogen even minder vaak iets vragen',
    unavailable: 'de winkel is niet bereikbaar',
    misconfigured: 'het adres of de sleutel ontbreekt of klopt niet',
  },
};

/** The page of all stores. */
export const fleet: Messages['fleet'] = {
  title: 'Alle winkels',
  leadCalm: (stores: string, isOne: boolean) =>
    isOne ? 'Eén winkel, en niets vraagt aandacht.' : `${stores} winkels, en niets vraagt aandacht.`,
  lead: (needing: string, stores: string) => `${needing} van ${stores} winkels vragen aandacht. Die staan bovenaan.`,
  leadOne: (stores: string, isOnly: boolean) =>
    isOnly ? 'Eén winkel, en die vraagt aandacht.' : `Eén van ${stores} winkels vraagt aandacht. Die staat bovenaan.`,
  search: 'Zoek een winkel',
  nothing: 'Bij geen enkele winkel staat dit in de naam.',
  store: 'Winkel',
  needs: 'Wat aandacht vraagt',
  regulars: 'Vaste klanten',
  reading: 'Geschiedenis wordt gelezen',
  readingShare: (share: string) => `Geschiedenis wordt gelezen: ${share}`,
  newRegulars: (count: string) => `+${count} deze maand`,
  repeat: 'Komt terug',
  revenue: 'Omzet',
  lastMonth: 'vorige maand',
  thisMonth: 'deze maand tot nu toe',
  revenueLabel: (store: string, from: string, to: string) =>
    `${store}: omzet van ${from} per maand naar ${to} vorige maand`,
  mails: 'Mails vandaag',
  mailsOf: (sent: string, planned: string) => `${sent} verstuurd, ${planned} te gaan`,
  counting: 'Wordt opgeteld',
};

/** A store's home. */
export const home: Messages['home'] = {
  lead: (regulars, buyers, isOne) => `Teruggekomen: ${regulars} van ${buyers} ${isOne ? 'koper' : 'kopers'}.`,
  leadNew: (count: string) => `${count} van hen deze maand.`,
  regulars: 'Vaste klanten',
  newRegulars: (count: string) => `+${count} deze maand`,
  repeat: 'Komt terug',
  average: 'Waarde van een koper',
  averageNote: (median: string) => `mediaan ${median}`,
  total: 'Samen opgebracht',
  totalNote: (count: number, customers: string) => `${customers} ${count === 1 ? 'klant' : 'klanten'} bekend`,
  ofRenewals: (money: string, count: string, isOne: boolean) =>
    isOne
      ? `waarvan ${money} uit verlengingen van één abonnee`
      : `waarvan ${money} uit verlengingen van ${count} abonnees`,
  renewersOnly: (money: string, count: string, isOne: boolean) =>
    isOne
      ? `Eén abonnee betaalde verlengingen (${money}) maar bestelde nooit zelf: dat telt mee in ‘Samen opgebracht’, niet in ‘Waarde van een koper’.`
      : `${count} abonnees betaalden verlengingen (${money}) maar bestelden nooit zelf: dat telt mee in ‘Samen opgebracht’, niet in ‘Waarde van een koper’.`,
  orders30: 'Besteld, 30 dagen',
  orders7: 'Besteld, 7 dagen',
  before: (count: string, days: string) => `${count} in de ${days} dagen ervoor`,
  ordersKept:
    '‘Besteld’ telt wat in die dagen betaald en gehouden is: geannuleerde en helemaal teruggegeven bestellingen niet.',
  ordersKeptRenewals:
    '‘Besteld’ telt wat in die dagen betaald en gehouden is, verlengingen ook: geannuleerde en helemaal teruggegeven bestellingen niet.',
  revenue: 'Omzet per maand',
  revenueNote: (count: number, orders: string) =>
    `${orders} ${count === 1 ? 'bestelling' : 'bestellingen'} in 24 maanden, terugbetalingen eraf; de laatste maand loopt nog`,
  first: 'Eerste bestellingen',
  returning: 'Bestellingen van wie terugkwam',
  returningShare: (share: string) =>
    `${share} van de laatste twaalf maanden kwam van klanten die al eens gekocht hadden.`,
  today: 'Wat er vandaag uitgaat',
  todayNote: (zone: string) => `Volgens de klok van de winkel, ${zone}`,
  sent: 'verstuurd',
  toGo: 'te gaan',
  noMails: 'Vandaag gaat er geen mail uit.',
  noSequence: 'Losse mails',
  decidesLater: 'wordt op het moment zelf beslist',
  orNoMail: 'geen mail',
  skippedTitle: 'Vandaag niet verstuurd',
  refused: 'geweigerd door de mailprovider',
  unclear: 'niemand weet of ze verstuurd zijn',
  reasons: shortReasons,
  counts: 'Bestellingen hier en daar',
  countsNote:
    'Ontbreekt er een bestelling? Elke dag worden ze allemaal geteld, hier en in de winkel, ook onbetaalde, geannuleerde en terugbetaalde, en vergeleken waar kort geleden iets veranderde.',
  here: 'Hier',
  there: (platform: string) => `In ${platform}`,
  equal: (since) => (since === null ? 'Elke bestelling is hier.' : `Elke bestelling sinds ${since} is hier.`),
  fewer: (count: string, isOne: boolean) =>
    isOne
      ? 'Eén bestelling is niet hier. Lees die opnieuw onder Koppelingen.'
      : `${count} bestellingen zijn niet hier. Lees ze opnieuw onder Koppelingen.`,
  moreHere: (count: string, isOne: boolean) =>
    isOne ? 'Eén bestelling hier is daar verdwenen.' : `${count} bestellingen hier zijn daar verdwenen.`,
  countedAt: (ago: string) => `${ago} geteld`,
  countAgain: 'Opnieuw tellen',
  countNow: 'Tellen',
  counting: 'Bezig met tellen …',
  neverCounted: 'Nog niet geteld.',
  cannotCount: (platform: string) =>
    `${platform} vertelt alleen wat er gebeurt; hoeveel bestellingen er zijn kan het niet zeggen.`,
  noPlatform: 'Er is nog geen winkel gekoppeld.',
  couldNotCount: (why: string) => `De bestellingen van de winkel konden niet geteld worden: ${why}.`,
  orders: 'Nieuwste bestellingen',
  noOrders: 'Nog geen bestelling.',
  nobody: 'Niemand genoemd',
  friends: 'Vrienden en beloningen',
  referralsOpen: 'Vrienden onderweg',
  referralsQualified: 'Vrienden die kochten',
  rewardsIssued: 'Beloningen gegeven',
  welcomeIssued: 'Welkomstcodes voor vrienden',
  rewardsRedeemed: (count: string) => `${count} gebruikt`,
  customers: 'Klanten die wachten',
  toStart: 'Zie een bestelling onderweg',
  toCustomers: 'Alle klanten',
  toMailbox: 'Postbus',
};
