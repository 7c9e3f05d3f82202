import type { Messages } from '../en.ts';

/** Wat te verwachten is: van een klant, van de leden van een segment, van alle klanten van een winkel. */
export const forecasts: Messages['forecasts'] = {
  title: 'Wat te verwachten is',
  none: 'Vóór de eerste bestelling in de valuta van de winkel wordt niets voorspeld.',
  waiting: 'De eerste voorspelling wordt gemaakt.',
  value: 'Komende 12 maanden',
  mostly: (low, high) => `meestal ${low} tot ${high}`,
  nothing: 'waarschijnlijk niets meer',
  valueBar: (expected, median, low, high, least, most) =>
    `Verwacht: ${expected}. De helft van zulke klanten brengt minder dan ${median}, de helft meer; 8 van de 10 brengen ${low} tot ${high}, 19 van de 20 ${least} tot ${most}.`,
  barNote:
    'De streep is het gemiddelde van zulke klanten. In de donkerste band vallen er 5 van de 10, in de volgende 8 van de 10, in de lichtste 19 van de 20.',
  beside: (renewals, isOne) =>
    `Deze klant betaalde ${isOne ? 'één verlenging' : `${renewals} verlengingen`} van een abonnement; die ${isOne ? 'telt' : 'tellen'} hier niet mee. Dit voorspelt wat er daarnaast besteld wordt.`,
  aliveBeside: 'Kans dat ze daarnaast nog bestellen',
  alive: 'Kans dat ze hier nog kopen',
  aliveWords: {
    surely: 'vrijwel zeker nog klant',
    likely: 'waarschijnlijk nog klant',
    open: 'kan beide kanten op',
    unlikely: 'waarschijnlijk geen klant meer',
    hardly: 'vrijwel zeker geen klant meer',
  },
  next: 'Volgende bestelling',
  nextAbout: (date) => `rond ${date}`,
  nextNever: 'niet verwacht',
  nextRange: (early, late) =>
    `vanaf vandaag gerekend: van wie terugkomt, doen 8 van de 10 dat tussen ${early} en ${late}`,
  wasDue: (date) => `werd rond ${date} verwacht`,
  orders: 'Bestellingen in 12 maanden',
  perOrder: (money) => `${money} per bestelling`,
  later: (money) => `${money} met alle jaren daarna erbij`,
  restsOn: (days, formatted, customers, repeats) =>
    `Berust op ${days === 1 ? 'hun ene besteldag' : `hun ${formatted} besteldagen`}, en op hoe ${customers} klanten van deze winkel ${repeats} keer terugkwamen.`,
  restsPartly: (days, formatted, repeats) =>
    `Berust op ${days === 1 ? 'hun ene besteldag' : `hun ${formatted} besteldagen`}; in deze winkel kwamen klanten pas ${repeats} keer terug, daarom leunt het op vergelijkbare winkels.`,
  restsOnOthers: 'Nog te weinig verleden: dit berust op vergelijkbare winkels, en de banden zijn breed.',
  modelLine: (model, date) => `${model}, geschat op ${date}. Verlengingen worden niet voorspeld.`,
  models: {
    'bg-nbd': 'BG/NBD',
    'mbg-nbd': 'MBG/NBD',
    'pareto-nbd': 'Pareto/NBD',
    'mbg-cnbd-k': 'MBG/CNBD-k',
    'bg-bb': 'BG/BB',
    nbd: 'NBD',
  },
  store: {
    title: 'Wat de klanten van vandaag nog brengen',
    note: 'In de komende 12 maanden, van wie al gekocht heeft. Wie nieuw komt en verlengingen van abonnementen tellen niet mee.',
    value: 'Komende 12 maanden',
    alive: 'Nog klant',
    ofBuyers: (count, buyers) => `verwacht van ${buyers} ${count === 1 ? 'koper' : 'kopers'}`,
    purchases: 'Bestellingen',
    bar: (expected, low, high) => `Verwacht: ${expected}; met een kans van 80% tussen ${low} en ${high}.`,
    testTitle: 'Zou het geklopt hebben?',
    test: (known, days) =>
      `Met alleen wat er tot en met ${known} gebeurde, moest het de ${days} dagen daarna voorspellen.`,
    testOrders: (expected, actual, off) => `Het verwachtte ${expected} bestellingen; er kwamen er ${actual} (${off}).`,
    testMoney: (expected, actual) => `Het verwachtte ${expected}; er kwam ${actual} binnen.`,
    testCustomers: (error, past) =>
      `Het aantal bestellingen van een klant zat er gemiddeld ${error} naast; met “zoals tot nu toe” was dat ${past} geweest.`,
    testCoverage: (share) => `${share} van de klanten bleef binnen de band voor 8 van de 10.`,
    noTest: 'Het verleden is te kort om het op de proef te stellen: daar is zo’n vier maanden voor nodig.',
    modelTitle: 'Het model erachter',
    parameters: 'Parameters',
    standardError: (value) => `± ${value}`,
    fitted: (customers, repeats, date) =>
      `Op ${date} geschat uit ${customers} klanten, die ${repeats} keer terugkwamen.`,
    keepsLearning: 'Het wordt vanzelf opnieuw geschat, elke dag dat er nieuwe bestellingen zijn.',
  },
  segment: {
    value: 'Verwacht in 12 maanden',
    valueNote: (count) => `alle leden samen (n\u00a0=\u00a0${count})`,
    alive: 'Kans dat ze hier nog kopen',
    aliveNote: 'gemiddelde van de leden',
    due: 'Volgende bestelling binnen 7 dagen',
    overdue: (count) => `${count} te laat`,
  },
  list: {
    predicted: 'Komende 12 maanden',
    predictedBeside: 'zonder verlengingen',
    alive: 'Koopt nog',
    aliveBeside: 'naast verlengingen',
    aliveBelow: 'Kans dat ze nog kopen, onder %',
    aliveAtLeast: 'Kans dat ze nog kopen, minstens %',
    predictedAtLeast: (currency) => `Komende 12 maanden in ${currency}, minstens`,
  },
};
