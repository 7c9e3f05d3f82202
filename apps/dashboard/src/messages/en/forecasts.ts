/** What is foreseen: of a customer, of a segment's members, of all of a store's customers. */
export const forecasts = {
  title: 'What to expect',
  none: 'Nothing is foreseen before the first order in the store’s currency.',
  waiting: 'The first forecast is being made.',
  value: 'Next 12 months',
  mostly: (low: string, high: string) => `mostly ${low} to ${high}`,
  nothing: 'most likely nothing more',
  valueBar: (expected: string, median: string, low: string, high: string, least: string, most: string) =>
    `Expected ${expected}. Half of customers like them bring less than ${median}, half more; 8 in 10 bring ${low} to ${high}, 19 in 20 bring ${least} to ${most}.`,
  barNote:
    'The line is the average over customers like them. The darkest band holds 5 in 10 of them, the next 8 in 10, the palest 19 in 20.',
  beside: (renewals: string, isOne: boolean) =>
    `They paid ${isOne ? 'one renewal' : `${renewals} renewals`} of a subscription, which ${isOne ? 'is' : 'are'} not in this. It foretells what they order beside it.`,
  aliveBeside: 'Chance they still order beside it',
  alive: 'Chance they still buy here',
  aliveWords: {
    surely: 'almost certainly a customer still',
    likely: 'probably a customer still',
    open: 'could go either way',
    unlikely: 'has probably moved on',
    hardly: 'has almost certainly moved on',
  },
  next: 'Next order',
  nextAbout: (date: string) => `about ${date}`,
  nextNever: 'not expected',
  nextRange: (early: string, late: string) =>
    `counted from today: of those who come back, 8 in 10 do between ${early} and ${late}`,
  wasDue: (date: string) => `was expected about ${date}`,
  orders: 'Orders in 12 months',
  perOrder: (money: string) => `${money} an order`,
  later: (money: string) => `${money} with all later years`,
  restsOn: (days: number, formatted: string, customers: string, repeats: string) =>
    `Rests on ${days === 1 ? 'their one order day' : `their ${formatted} order days`}, and on how ${customers} customers of this store came back ${repeats} times.`,
  restsPartly: (days: number, formatted: string, repeats: string) =>
    `Rests on ${days === 1 ? 'their one order day' : `their ${formatted} order days`}; this store has seen customers come back only ${repeats} times, so it leans on similar stores.`,
  restsOnOthers: 'Not enough history yet: this rests on similar stores, and the bands are wide.',
  modelLine: (model: string, date: string) => `${model}, fitted ${date}. Renewals are not foreseen.`,
  models: {
    'bg-nbd': 'BG/NBD',
    'mbg-nbd': 'MBG/NBD',
    'pareto-nbd': 'Pareto/NBD',
    'mbg-cnbd-k': 'MBG/CNBD-k',
    'bg-bb': 'BG/BB',
    nbd: 'NBD',
  } as Readonly<Record<string, string>>,
  store: {
    title: 'What today’s customers will bring',
    note: 'In the next 12 months, from those who have bought already. Whoever comes new is not in it, nor are renewals of subscriptions.',
    value: 'Next 12 months',
    alive: 'Still customers',
    ofBuyers: (count: number, buyers: string) => `expected of ${buyers} ${count === 1 ? 'buyer' : 'buyers'}`,
    purchases: 'Orders',
    bar: (expected: string, low: string, high: string) =>
      `Expected ${expected}; with a probability of 80% between ${low} and ${high}.`,
    testTitle: 'How right it would have been',
    test: (known: string, days: string) =>
      `Told of everything up to ${known} only, it had to foretell the ${days} days after.`,
    testOrders: (expected: string, actual: string, off: string) =>
      `It expected ${expected} orders; ${actual} came (${off}).`,
    testMoney: (expected: string, actual: string) => `It expected ${expected}; ${actual} came in.`,
    testCustomers: (error: string, past: string) =>
      `A customer’s number of orders was off by ${error} on average; “they go on as before” would have been off by ${past}.`,
    testCoverage: (share: string) => `${share} of customers stayed within the range it gave for 8 in 10.`,
    noTest: 'The past is too short to put it to the test: that takes about four months.',
    modelTitle: 'The model behind it',
    parameters: 'Parameters',
    standardError: (value: string) => `± ${value}`,
    fitted: (customers: string, repeats: string, date: string) =>
      `Fitted ${date} to ${customers} customers, who came back ${repeats} times.`,
    keepsLearning: 'It is fitted anew by itself, every day there are new orders.',
  },
  segment: {
    value: 'Expected in 12 months',
    valueNote: (count: string) => `all members together (n\u00a0=\u00a0${count})`,
    alive: 'Chance they still buy here',
    aliveNote: 'average of the members',
    due: 'Next order within 7 days',
    overdue: (count: string) => `${count} overdue`,
  },
  list: {
    predicted: 'Next 12 months',
    predictedBeside: 'without renewals',
    alive: 'Still buys',
    aliveBeside: 'beside renewals',
    aliveBelow: 'Chance they still buy, below %',
    aliveAtLeast: 'Chance they still buy, at least %',
    predictedAtLeast: (currency: string) => `Next 12 months in ${currency}, at least`,
  },
};
