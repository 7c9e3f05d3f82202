import type { Messages } from '../en.ts';

const rewardReasons: Readonly<Record<string, string>> = {
  no_discount_codes:
    'dit platform maakt geen kortingscodes. Koppel er een dat dat wel doet, of geef de korting met de hand',
  kind_not_offered: 'dit platform kan zo’n beloning niet geven. Kies een andere soort, en geef deze met de hand',
  not_set_up:
    'de koppeling mist wat nodig is om codes te maken, een API-sleutel of een adres om aan te roepen. Vul het aan bij Koppelingen, en probeer het opnieuw',
  no_connection:
    'er was geen platform te bereiken om ze te maken. Kijk de koppelingen van de winkel na, en probeer het opnieuw',
  needs_review:
    'de winkel had al een code met die naam die niet van ons is. Verwijder die daar, en probeer het opnieuw',
  refused: 'het platform weigerde de code. Kijk of het zo’n korting toestaat, en probeer het opnieuw',
  unknown_final: 'niemand kan zeggen of de code is gemaakt. Zoek haar in de winkel, en probeer het opnieuw',
  slow: 'het platform geeft al een tijdje geen duidelijk antwoord. Er wordt vanzelf opnieuw gevraagd',
};

/** The health page. */
export const health: Messages['health'] = {
  title: 'Status',
  leadGood: 'Alles is in orde.',
  leadAttention: (count) =>
    count === 1 ? 'Eén ding kan wat aandacht gebruiken.' : `${count} dingen kunnen wat aandacht gebruiken.`,
  leadBad: (count) => (count === 1 ? 'Eén ding heeft je nodig.' : `${count} dingen hebben je nodig.`),
  state: { good: 'Goed', attention: 'Bekijk', bad: 'Doe iets' },
  sentences: {
    'database.unreachable': () =>
      'De database is niet te bereiken. Er gaat niets verloren: winkels sturen opnieuw. Start Postgres of controleer DATABASE_URL.',
    'database.not_migrated': () => 'De database past niet bij deze versie. Voer `regulars migrate` uit.',
    'clock.apart': () =>
      'De klok van deze computer en die van de database lopen meer dan een minuut uiteen. Zet tijdsynchronisatie aan.',
    'database.good': () => 'De database antwoordt en past bij deze versie.',
    'lanes.good': () => 'Al het werk wordt opgepakt.',
    'lanes.stuck': ({ lanes }) =>
      `Al meer dan twee minuten is niet naar werk gekeken: ${lanes}. Herstart dit proces; er gaat niets verloren.`,
    'lanes.failing': ({ store, lanes, shown }) =>
      `${store}: het werk in ${lanes} mislukte ${shown} keer achter elkaar. Het wordt elke minuut opnieuw geprobeerd, er gaat niets verloren, en de andere winkels gaan door; het logboek zegt waarom.`,
    'redis.good': () => 'Redis geeft de seintjes tussen processen door.',
    'redis.lost': () =>
      'Redis is niet te bereiken. Het werk gaat door vanuit de database, een seconde later dan anders.',
    'store.good': ({ store }) => `${store}: alles is in orde.`,
    'mail.local_only': ({ store }) =>
      `${store}: mail wordt hier in de postbus opgevangen en gaat naar niemand. Koppel een mailaccount als je wilt gaan versturen.`,
    'connection.paused': ({ store, reason }) =>
      `${store}: een koppeling ligt stil (${reason}). Controleer de inloggegevens bij Koppelingen; wat wacht en nog op tijd is, gaat daarna vanzelf uit.`,
    'deliveries.poison': ({ store, count, shown }) =>
      `${store}: ${shown} ${count === 1 ? 'levering was' : 'leveringen waren'} niet te gebruiken. Bij Koppelingen staat waarom; is de oorzaak verholpen, bied ze dan opnieuw aan, of leg ze opzij.`,
    'deliveries.waiting': ({ store, count, shown }) =>
      `${store}: ${shown} ${count === 1 ? 'levering wacht' : 'leveringen wachten'} langer dan een minuut, bijvoorbeeld op de bestelling bij een terugbetaling.`,
    'pulls.failed': ({ store, count, shown }) =>
      `${store}: de winkel weigerde ${count === 1 ? 'een keer' : `${shown} keer`} om uitgelezen te worden. Bij Koppelingen staat waarom; verhelp het in de winkel en probeer het opnieuw: het gaat verder waar het stopte.`,
    'effects.unknown': ({ store, count, shown }) =>
      `${store}: van ${shown} ${count === 1 ? 'mail of code' : 'mails en codes'} kan niemand zeggen of ze de deur uit zijn. Ze worden niet herhaald.`,
    'effects.rejected': ({ store, count, shown }) =>
      `${store}: ${shown} ${count === 1 ? 'mail is' : 'mails zijn'} de laatste zeven dagen geweigerd.`,
    'rewards.waiting': ({ store, count, shown, reason }) =>
      `${store}: ${shown} ${count === 1 ? 'beloning wacht' : 'beloningen wachten'}: ${rewardReasons[reason] ?? reason}.`,
  },
};
