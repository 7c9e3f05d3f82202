import { isPurchase } from '@regulars/core/commerce';
import { formatMoney, parseInstant, toIsoString } from '@regulars/core/shared';
import { reactToMail, simulateAgency } from '@regulars/simulator';

const from = parseInstant('2024-11-22T00:00:00Z');
const until = parseInstant('2026-11-22T00:00:00Z');
if (from === null || until === null) throw new Error('These are instants.');

const { stores } = simulateAgency({ seed: 1, stores: 3, customersPerStore: 300, from, until });

for (const { name, currency, customers, happenings } of stores) {
  // What was told last of an order is how it stands.
  const orders = new Map(happenings.map(({ order }) => [order.externalId, order]));
  const purchases = [...orders.values()].filter(({ status }) => isPurchase(status));
  const netMinor = purchases.reduce((sum, { totals }) => sum + totals.grandMinor - totals.refundedMinor, 0);
  const buyers = Map.groupBy(purchases, ({ customerKey }) => customerKey);
  const regulars = [...buyers.values()].filter((bought) => bought.length >= 3).length;
  const friends = customers.filter(({ advocateKey }) => advocateKey !== null).length;
  const net = formatMoney({ amountMinor: netMinor, currency }, 'en');
  console.log(`${name}: ${purchases.length} purchases worth ${net}; ${regulars} regulars, ${friends} came by a friend`);
}

const [coffee] = stores;
if (coffee === undefined) throw new Error('There are three stores.');
for (const customer of coffee.customers.slice(0, 30)) {
  for (const reaction of reactToMail(coffee, customer, { templateKey: 'check-in', sentAt: until })) {
    const about = `${toIsoString(reaction.at).slice(11, 16)} ${customer.firstName} (${customer.temperament})`;
    if (reaction.kind === 'answersCheckIn') console.log(`${about} answers: ${reaction.answer}`);
    if (reaction.kind === 'replies') console.log(`${about} writes: ${reaction.text}`);
  }
}
