import { Minus, Plus } from 'lucide-react';

import type { DemoProduct } from '../../api/demo.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './shop.module.css';

export type Quantities = Readonly<Record<string, number>>;

export interface QuantityListProps {
  readonly products: readonly DemoProduct[];
  readonly quantities: Quantities;
  readonly onChange: (quantities: Quantities) => void;
}

const most = 99;

/** The shop's shelf: what there is, what it costs, and how many of it go into the basket. */
export function QuantityList({ products, quantities, onChange }: QuantityListProps) {
  const { shop: t } = useMessages().demo;
  const formats = useFormats();
  return (
    <ul className={styles['shelf']}>
      {products.map(({ id, title, description, priceMinor, currency }) => {
        const count = quantities[id] ?? 0;
        const set = (next: number) => onChange({ ...quantities, [id]: next });
        return (
          <li key={id} className={`${styles['product']} ${count > 0 ? styles['isChosen'] : ''}`}>
            <div className={styles['words']}>
              <p className={styles['title']}>{title}</p>
              <p className={styles['description']}>{description}</p>
            </div>
            <p className={styles['price']}>{formats.money({ amountMinor: priceMinor, currency })}</p>
            <div className={styles['stepper']} role="group" aria-label={t.quantity(formats.number(count), title)}>
              <button type="button" aria-label={t.fewer(title)} disabled={count === 0} onClick={() => set(count - 1)}>
                <Minus size={15} aria-hidden />
              </button>
              <output aria-live="polite">{formats.number(count)}</output>
              <button type="button" aria-label={t.more(title)} disabled={count === most} onClick={() => set(count + 1)}>
                <Plus size={15} aria-hidden />
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
