import { useState } from 'react';

import type { DemoProduct, ShopOrder } from '../../api/demo.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useLanguage } from '../../messages/language-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { QuantityList, type Quantities } from './quantity-list.tsx';
import styles from './shop.module.css';

interface Shopper {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: string;
}

export interface ShopFormProps {
  readonly stores: readonly Store[];
  readonly storeId: string;
  readonly products: readonly DemoProduct[];
  readonly customers: readonly Shopper[];
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onStore: (storeId: string) => void;
  readonly onOrder: (order: Omit<ShopOrder, 'storeId'>) => void;
}

const somebodyNew = '';

/** Who buys, and what. */
export function ShopForm({ stores, storeId, products, customers, isBusy, error, onStore, onOrder }: ShopFormProps) {
  const { shop: t } = useMessages().demo;
  const formats = useFormats();
  const { language } = useLanguage();
  const [known, setKnown] = useState(somebodyNew);
  const [firstName, setFirstName] = useState('Robin');
  const [email, setEmail] = useState('robin@visitor.example');
  const [code, setCode] = useState('');
  const [quantities, setQuantities] = useState<Quantities>(() => ({ [products[0]?.id ?? '']: 1 }));

  const items = products.flatMap(({ id }) => {
    const quantity = quantities[id] ?? 0;
    return quantity === 0 ? [] : [{ productId: id, quantity }];
  });
  const totalMinor = products.reduce((sum, { id, priceMinor }) => sum + priceMinor * (quantities[id] ?? 0), 0);
  const chosen = customers.find((customer) => customer.email === known);
  const submit = () => {
    const customer = chosen ?? { email, firstName, lastName: '', locale: language };
    onOrder({ customer, items, couponCode: code.trim() === '' ? null : code.trim() });
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles['fields']}>
        {stores.length > 1 && (
          <SelectField
            label={t.store}
            value={storeId}
            options={stores.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => onStore(target.value)}
          />
        )}
        <SelectField
          label={t.who}
          value={known}
          options={[
            { value: somebodyNew, label: t.newCustomer },
            ...customers.map((customer) => ({
              value: customer.email,
              label: `${customer.firstName} ${customer.lastName}`,
            })),
          ]}
          onChange={({ target }) => setKnown(target.value)}
        />
        {chosen === undefined && (
          <>
            <Field
              label={t.firstName}
              required
              maxLength={80}
              autoComplete="off"
              value={firstName}
              onChange={({ target }) => setFirstName(target.value)}
            />
            <Field
              label={t.email}
              hint={t.emailHint}
              type="email"
              required
              autoComplete="off"
              value={email}
              onChange={({ target }) => setEmail(target.value)}
            />
          </>
        )}
      </div>
      <fieldset className={styles['goods']}>
        <legend className={styles['legend']}>{t.goods}</legend>
        <QuantityList products={products} quantities={quantities} onChange={setQuantities} />
      </fieldset>
      <Field
        label={t.code}
        hint={t.codeHint}
        autoComplete="off"
        spellCheck={false}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <ProblemNotice error={error} />
      <div className={styles['foot']}>
        <p className={styles['total']}>
          {t.total}{' '}
          <strong>{formats.money({ amountMinor: totalMinor, currency: products[0]?.currency ?? 'EUR' })}</strong>
        </p>
        <Button type="submit" look="primary" size="large" isBusy={isBusy} disabled={items.length === 0}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
