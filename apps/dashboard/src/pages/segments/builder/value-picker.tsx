import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';

import { productNamesQuery, suggestionsQuery, type SuggestedField } from '../../../api/segments.ts';
import { Combobox, type ComboboxOption } from '../../../components/combobox.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import styles from './builder.module.css';
import { countryCodes } from './countries.ts';

export interface ValuePickerProps {
  readonly storeId: string;
  readonly field: SuggestedField;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

const kinds = { boughtProduct: 'product', boughtCategory: 'category', country: 'country' } as const;
const pauseMs = 200;

/** Several of the store's own products, categories or countries, found by typing, each with how many customers it concerns. */
export function ValuePicker({ storeId, field, values, onChange }: ValuePickerProps) {
  const t = useMessages();
  const formats = useFormats();
  const kind = kinds[field];
  const [search, setSearch] = useState('');
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const suggestions = useQuery(suggestionsQuery(storeId, field, kind === 'country' ? '' : search));
  const names = useQuery(productNamesQuery(storeId, kind === 'product' ? values : []));
  const noteOf = (customers: number) => formats.number(customers);
  const labelOf = (value: string) => {
    if (kind === 'country') return formats.country(value);
    return [...(names.data ?? []), ...(suggestions.data ?? [])].find((known) => known.value === value)?.label ?? value;
  };
  const known = suggestions.data ?? [];
  // Countries are found by name in the viewer's language, those of customers first; the others may come one day.
  const others = kind === 'country' ? countryCodes.filter((code) => !known.some(({ value }) => value === code)) : [];
  const options: readonly ComboboxOption[] = [
    ...known.map(({ value, customers }) => ({ value, label: labelOf(value), note: noteOf(customers) })),
    ...others.map((value) => ({ value, label: labelOf(value), note: noteOf(0) })),
  ].filter(({ value }) => !values.includes(value));
  const onSearch = (typed: string) => {
    clearTimeout(timer);
    setTimer(setTimeout(() => setSearch(typed), pauseMs));
  };
  return (
    <div className={styles['picker']}>
      {values.length > 0 && (
        <ul className={styles['chips']} aria-label={t.segments.chosen[kind]}>
          {values.map((value) => (
            <li key={value} className={styles['chip']}>
              {labelOf(value)}
              <button
                type="button"
                aria-label={t.segments.takeOut(labelOf(value))}
                onClick={() => onChange(values.filter((other) => other !== value))}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['bare']}>
        <Combobox
          label={t.segments.search[kind]}
          placeholder={t.segments.search[kind]}
          value=""
          options={options}
          onChange={(value) => onChange([...values, value])}
          {...(kind === 'country' ? {} : { onSearch })}
        />
      </div>
    </div>
  );
}
