// What everything is written in: time, money, ids, outcomes.
export * from './shared/index.ts';
// The common model: what a shop tells us, the same from every platform.
export * from './commerce/index.ts';
// What a customer has brought.
export * from './value/index.ts';
// Who belongs together, by rule, and why.
export * from './segments/index.ts';
// What happens next with a customer, and why.
export * from './sequences/index.ts';
// Whether a message may go.
export * from './messaging/index.ts';
// Friends brought along, and what both get for it.
export * from './referrals/index.ts';
