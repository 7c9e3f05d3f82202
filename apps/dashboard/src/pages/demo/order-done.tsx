import { Link } from '@tanstack/react-router';

import type { DemoOrder } from '../../api/demo.ts';
import type { Store } from '../../api/stores.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './shop.module.css';

export interface OrderDoneProps {
  readonly store: Store;
  readonly order: DemoOrder;
  readonly email: string;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** The order is in; where to look next. */
export function OrderDone({ store, order, email, onAnother, onClose }: OrderDoneProps) {
  const { shop: t } = useMessages().demo;
  const formats = useFormats();
  const paid = formats.money({ amountMinor: order.grandMinor, currency: order.currency });
  return (
    <div className={styles['form']}>
      <Notice tone="good">
        <p>
          <strong>{t.doneTitle(order.number)}</strong>
        </p>
        <p>{t.doneText(paid)}</p>
      </Notice>
      <div className={styles['ways']}>
        <Link
          to="/stores/$slug/mailbox"
          params={{ slug: store.slug }}
          className={buttonClass('primary')}
          onClick={onClose}
        >
          {t.toMailbox}
        </Link>
        <Link
          to="/stores/$slug/customers"
          params={{ slug: store.slug }}
          search={{ q: email }}
          className={buttonClass()}
          onClick={onClose}
        >
          {t.toCustomers}
        </Link>
        <Button look="quiet" onClick={onAnother}>
          {t.another}
        </Button>
      </div>
    </div>
  );
}
