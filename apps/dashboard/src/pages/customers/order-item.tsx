import type { Order } from '../../api/orders.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { hasTaxWithin } from './has-tax-within.ts';
import styles from './orders.module.css';

const tones: Readonly<Record<Order['status'], Tone>> = {
  pending: 'neutral',
  paid: 'good',
  fulfilled: 'good',
  partially_refunded: 'attention',
  refunded: 'attention',
  cancelled: 'neutral',
};

/** One order: its lines, what was taken off and added, and what was given back. */
export function OrderItem({ order }: { readonly order: Order }) {
  const { customers: t } = useMessages();
  const formats = useFormats();
  const { totals, currency, lineItems, refunds, couponCodes } = order;
  const money = (amountMinor: number) => formats.money({ amountMinor, currency });
  const isTaxWithin = hasTaxWithin(order);
  const extras = [
    { name: t.discount, amountMinor: -totals.discountMinor },
    { name: t.shipping, amountMinor: totals.shippingMinor },
    { name: t.tax, amountMinor: isTaxWithin ? 0 : totals.taxMinor },
  ].filter(({ amountMinor }) => amountMinor !== 0);
  const marks = [
    order.deletedAt !== null && t.orderDeleted,
    order.isTest && t.orderTest,
    order.isRenewal && t.renewal,
    couponCodes.length > 0 && t.codes(formats.list(couponCodes)),
  ].filter((mark) => mark !== false);
  return (
    <li className={styles['order']}>
      <div className={styles['head']}>
        <h3 className={styles['number']}>{t.orderNumber(order.number)}</h3>
        <Badge tone={tones[order.status]}>{t.orderStates[order.status]}</Badge>
        <time className={styles['at']} dateTime={order.placedAt}>
          {formats.dateTime(order.placedAt)}
        </time>
      </div>
      {marks.length > 0 && <p className={styles['marks']}>{marks.join(' · ')}</p>}
      <dl className={styles['lines']}>
        {lineItems.map((line, index) => (
          <div key={`${index}${line.name}`}>
            <dt>{t.line(formats.number(line.quantity), line.name)}</dt>
            <dd>{money(line.subtotalMinor)}</dd>
          </div>
        ))}
        {extras.map(({ name, amountMinor }) => (
          <div key={name} className={styles['extra']}>
            <dt>{name}</dt>
            <dd>{money(amountMinor)}</dd>
          </div>
        ))}
        <div className={styles['total']}>
          <dt>{t.total}</dt>
          <dd>{money(totals.grandMinor)}</dd>
        </div>
        {isTaxWithin && totals.taxMinor !== 0 && (
          <div className={styles['extra']}>
            <dt>{t.taxWithin(money(totals.taxMinor))}</dt>
          </div>
        )}
        {refunds.map((refund) => (
          <div key={refund.externalId} className={styles['refund']}>
            <dt>
              {refund.createdAt === null ? t.refundUndated : t.refund(formats.date(refund.createdAt))}
              {refund.reason !== null && refund.reason !== '' && `: ${refund.reason}`}
            </dt>
            <dd>{money(-refund.amountMinor)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
