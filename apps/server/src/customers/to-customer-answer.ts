import { sql, type RawBuilder } from 'kysely';
import { toInstant, toIsoString, type CurrencyCode, type Instant } from '@regulars/core/shared';
import {
  averageOrderMinor,
  firstPurchaseAt,
  lastPurchaseAt,
  netMinor,
  rhythmDays,
  type CustomerValue,
} from '@regulars/core/value';
import type { CustomerAnswer } from './answers.ts';

export interface CustomerRow extends Omit<CustomerAnswer, 'consent' | 'values' | 'createdAt' | 'erasedAt'> {
  readonly consentState: string;
  readonly consentSource: string | null;
  readonly consentAt: Instant | null;
  readonly createdAt: Instant;
  readonly erasedAt: Instant | null;
  readonly values: readonly (Omit<CustomerValue, 'purchasedAt' | 'currency'> & {
    readonly currency: CurrencyCode;
    readonly purchasedAt: readonly string[];
    readonly renewals: {
      readonly count: number;
      readonly grossMinor: number;
      readonly refundedMinor: number;
      readonly lastAt: string | null;
    };
  })[];
}

/** What is read of the customer `c`, as a `CustomerRow`. */
export const customerColumns: RawBuilder<unknown> = sql`
  c.id, c.email, c.phone, c.first_name as "firstName", c.last_name as "lastName", c.locale, c.country, c.tags,
  c.consent_state as "consentState", c.consent_source as "consentSource", c.consent_at as "consentAt",
  c.created_at as "createdAt", c.erased_at as "erasedAt",
  array(select i.external_id from customer_identity i where i.store_id = c.store_id and i.customer_id = c.id order by 1) as "externalIds",
  coalesce((
    select json_agg(json_build_object('currency', w.currency, 'orderCount', w.order_count, 'grossMinor', w.gross_minor,
      'refundedMinor', w.refunded_minor, 'discountedOrderCount', w.discounted_order_count, 'purchasedAt', w.purchased_at,
      'renewals', (
        select json_build_object('count', count(*), 'grossMinor', coalesce(sum(r.gross_minor), 0),
          'refundedMinor', coalesce(sum(r.refunded_minor), 0), 'lastAt', max(r.placed_at))
        from customer_renewal r where r.store_id = w.store_id and r.customer_id = w.customer_id and r.currency = w.currency)) order by w.currency)
    from customer_value w where w.store_id = c.store_id and w.customer_id = c.id), '[]') as values,
  (select json_build_object('probabilityAlive', k.probability_alive, 'expectedPurchases', k.purchases_expected,
      'expectedSpendMinor', k.spend_minor, 'predictedValueMinor', k.value_minor, 'dueOn', date '1970-01-01' + k.due_day)
    from customer_forecast k where k.store_id = c.store_id and k.customer_id = c.id and c.erased_at is null) as forecast`;

const iso = (at: Instant | null) => (at === null ? null : toIsoString(at));

export function toCustomerAnswer({
  consentState,
  consentSource,
  consentAt,
  values,
  createdAt,
  erasedAt,
  ...row
}: CustomerRow): CustomerAnswer {
  return {
    ...row,
    consent: { state: consentState, source: consentSource, at: iso(consentAt) },
    values: values.map(({ renewals, ...stored }) => {
      const value: CustomerValue = {
        ...stored,
        purchasedAt: stored.purchasedAt.map((at) => toInstant(Date.parse(at))),
      };
      const ofOrders: CustomerValue = {
        ...value,
        grossMinor: value.grossMinor - renewals.grossMinor,
        refundedMinor: value.refundedMinor - renewals.refundedMinor,
      };
      return {
        currency: value.currency,
        orderCount: value.orderCount,
        grossMinor: value.grossMinor,
        refundedMinor: value.refundedMinor,
        netMinor: netMinor(value),
        averageOrderMinor: averageOrderMinor(ofOrders),
        rhythmDays: rhythmDays(value),
        firstPurchaseAt: iso(firstPurchaseAt(value)),
        lastPurchaseAt: iso(lastPurchaseAt(value)),
        renewals: {
          count: renewals.count,
          netMinor: renewals.grossMinor - renewals.refundedMinor,
          lastAt: renewals.lastAt === null ? null : toIsoString(toInstant(Date.parse(renewals.lastAt))),
        },
      };
    }),
    createdAt: toIsoString(createdAt),
    erasedAt: iso(erasedAt),
  };
}
