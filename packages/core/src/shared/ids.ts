import type { Brand } from './brand.ts';

/** Ids are UUIDs (version 7 where made fresh, version 5 where derived), lower case, branded by what they name. */
export type Id<Name extends string> = Brand<string, `${Name}Id`>;

export type StoreId = Id<'Store'>;
export type ConnectionId = Id<'Connection'>;
export type CustomerId = Id<'Customer'>;
export type OrderId = Id<'Order'>;
export type CartId = Id<'Cart'>;
export type SegmentId = Id<'Segment'>;
export type SequenceId = Id<'Sequence'>;
export type EnrollmentId = Id<'Enrollment'>;
export type EffectId = Id<'Effect'>;
export type ReferralId = Id<'Referral'>;
export type RewardId = Id<'Reward'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text has the form of one of our ids. */
export function isId(text: string): text is Id<string> {
  return uuid.test(text);
}
