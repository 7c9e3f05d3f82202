export { allocate } from './allocate.ts';
export { assertNever } from './assert-never.ts';
export type { Brand } from './brand.ts';
export { exponentOf, parseCurrency, type CurrencyCode } from './currency.ts';
export { formatMoney } from './format-money.ts';
export {
  isId,
  type CartId,
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
export {
  dayMs,
  hourMs,
  minuteMs,
  parseInstant,
  plus,
  secondMs,
  toInstant,
  toIsoString,
  type Instant,
} from './instant.ts';
export { findLanguage, languages, type Language } from './language.ts';
export { toLocalDay } from './local-day.ts';
export { toDecimal, type Money } from './money.ts';
export { multiplyDecimals } from './multiply-decimals.ts';
export { parseDecimal } from './parse-decimal.ts';
export { createRandom, type Random } from './random.ts';
export { fail, ok, type Rejection, type Result } from './result.ts';
export { fromLocalTime, isTimeZone, toLocalTime, type LocalTime } from './zoned-time.ts';
