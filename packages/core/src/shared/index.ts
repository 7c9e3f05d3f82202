export { assertNever } from './assert-never.ts';
export type { Brand } from './brand.ts';
export {
  isId,
  type ConnectionId,
  type CustomerId,
  type EffectId,
  type EnrollmentId,
  type Id,
  type OrderId,
  type ReferralId,
  type RewardId,
  type SegmentId,
  type SequenceId,
  type StoreId,
} from './ids.ts';
export { dayMs, hourMs, minuteMs, parseInstant, plus, secondMs, toInstant, toIsoString, type Instant } from './instant.ts';
export type { CurrencyCode, Money } from './money.ts';
export { fail, ok, type Rejection, type Result } from './result.ts';
