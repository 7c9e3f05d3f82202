import { useQuery } from '@tanstack/react-query';

import { rewardKindsQuery } from '../../api/referral-program.ts';
import type { Store } from '../../api/stores.ts';
import { Field, SelectField } from '../../components/field.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ValuePicker } from '../segments/builder/value-picker.tsx';
import { GiftField } from './gift-field.tsx';
import styles from './referrals.module.css';
import type { TermsDraft, WrongPart } from './terms-draft.ts';

export interface TermsFieldsProps {
  readonly store: Store;
  readonly draft: TermsDraft;
  readonly wrong: readonly WrongPart[];
  readonly mayBeNothing: boolean;
  readonly onChange: (change: Partial<TermsDraft>) => void;
}

/** What a reward is and under which conditions, as far as the store's platform can give it. */
export function TermsFields({ store, draft, wrong, mayBeNothing, onChange }: TermsFieldsProps) {
  const t = useMessages();
  const { data: offered = [] } = useQuery(rewardKindsQuery(store.id));
  const { kind } = draft;
  // What is chosen stays to be seen, also where the platform of today does not give it.
  const kinds = [...new Set([...offered.map((each) => each.kind), ...(kind === 'nothing' ? [] : [kind])])];
  const options = [...kinds, ...(mayBeNothing ? (['nothing'] as const) : [])];
  const asksForMinimum = (of: TermsDraft['kind']) => offered.find((each) => each.kind === of)?.mayAskForMinimum ?? true;
  const errorOf = (part: WrongPart) => (wrong.includes(part) ? t.referrals.wrong[part] : undefined);
  const money = (part: 'amount' | 'minimum', label: string, hint?: string) => (
    <Field
      label={`${label} (${store.currency})`}
      inputMode="decimal"
      hint={hint}
      error={errorOf(part)}
      value={draft[part]}
      onChange={({ target }) => onChange({ [part]: target.value.replace(',', '.') })}
    />
  );
  return (
    <>
      <SelectField
        label={t.referrals.kind}
        value={kind}
        options={options.map((value) => ({ value, label: t.referrals.kinds[value] }))}
        onChange={({ target }) => {
          const chosen = options.find((option) => option === target.value);
          if (chosen === undefined) return;
          // What cannot be asked for is not seen, and must not be asked for unseen.
          onChange({ kind: chosen, ...(asksForMinimum(chosen) ? {} : { minimum: '' }) });
        }}
      />
      {kind === 'percent' && (
        <Field
          label={t.referrals.share}
          inputMode="numeric"
          error={errorOf('percent')}
          value={draft.percent}
          onChange={({ target }) => onChange({ percent: target.value })}
        />
      )}
      {kind === 'fixed' && money('amount', t.referrals.amount)}
      {kind === 'freeGift' && (
        <GiftField store={store} gift={draft.gift} error={errorOf('gift')} onChange={(gift) => onChange({ gift })} />
      )}
      {(kind === 'percent' || kind === 'fixed') && (
        <fieldset className={styles['limit']}>
          <legend>{t.referrals.limit}</legend>
          <ValuePicker
            storeId={store.id}
            field="boughtProduct"
            values={draft.products}
            onChange={(products) => onChange({ products })}
          />
        </fieldset>
      )}
      {kind !== 'nothing' && asksForMinimum(kind) && money('minimum', t.referrals.minimum, t.referrals.minimumHint)}
      {kind !== 'nothing' && (
        <Field
          label={t.referrals.validDays}
          inputMode="numeric"
          error={errorOf('validDays')}
          value={draft.validDays}
          onChange={({ target }) => onChange({ validDays: target.value })}
        />
      )}
    </>
  );
}
