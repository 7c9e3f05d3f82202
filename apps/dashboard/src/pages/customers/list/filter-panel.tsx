import { useQuery } from '@tanstack/react-query';

import { segmentsQuery, suggestionsQuery } from '../../../api/segments.ts';
import type { Store } from '../../../api/stores.ts';
import { Field, SelectField } from '../../../components/field.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { nameSegment } from '../../segments/name-segment.ts';
import { useMay } from '../../../shell/use-may.ts';
import { consents, type CustomerSearch } from './customer-search.ts';
import styles from './list.module.css';

export interface FilterPanelProps {
  readonly store: Store;
  readonly search: CustomerSearch;
  readonly onChange: (change: Partial<Record<keyof CustomerSearch, string | number | undefined>>) => void;
}

/** What the list can be narrowed to; each choice takes effect at once. */
export function FilterPanel({ store, search, onChange }: FilterPanelProps) {
  const t = useMessages();
  const formats = useFormats();
  const maySeeSegments = useMay('segments.read');
  const { data: segments = [] } = useQuery({ ...segmentsQuery(store.id, 'active'), enabled: maySeeSegments });
  const { data: countries = [] } = useQuery({ ...suggestionsQuery(store.id, 'country', ''), enabled: maySeeSegments });
  const all = { value: '', label: t.customers.filters.all };
  const number = (text: string) => (text === '' ? undefined : Number(text));
  return (
    <div className={styles['panel']}>
      {maySeeSegments && (
        <SelectField
          label={t.customers.filters.segment}
          value={search.segment ?? ''}
          options={[all, ...segments.map((segment) => ({ value: segment.key, label: nameSegment(segment, t) }))]}
          onChange={({ target }) => onChange({ segment: target.value || undefined })}
        />
      )}
      <SelectField
        label={t.customers.country}
        value={search.country ?? ''}
        options={[
          all,
          ...[...new Set([...countries.map(({ value }) => value), ...(search.country ?? '').split(' ')])]
            .filter(Boolean)
            .map((value) => ({ value, label: formats.country(value) })),
        ]}
        onChange={({ target }) => onChange({ country: target.value || undefined })}
      />
      <SelectField
        label={t.customers.consent}
        value={search.consent ?? ''}
        options={[all, ...consents.map((value) => ({ value, label: t.customers.consents[value] ?? value }))]}
        onChange={({ target }) => onChange({ consent: target.value || undefined })}
      />
      <Field
        label={t.customers.filters.orders}
        type="number"
        min={1}
        inputMode="numeric"
        defaultValue={search.orders ?? ''}
        onChange={({ target }) => onChange({ orders: number(target.value) })}
      />
      <Field
        label={t.customers.filters.value(store.currency)}
        type="number"
        min={0}
        inputMode="decimal"
        defaultValue={search.value ?? ''}
        onChange={({ target }) => onChange({ value: number(target.value) })}
      />
      <Field
        label={t.forecasts.list.predictedAtLeast(store.currency)}
        type="number"
        min={0}
        inputMode="decimal"
        defaultValue={search.expected ?? ''}
        onChange={({ target }) => onChange({ expected: number(target.value) })}
      />
      <Field
        label={t.forecasts.list.aliveAtLeast}
        type="number"
        min={0}
        max={100}
        inputMode="decimal"
        defaultValue={search.aliveAtLeast ?? ''}
        onChange={({ target }) => onChange({ aliveAtLeast: number(target.value) })}
      />
      <Field
        label={t.forecasts.list.aliveBelow}
        type="number"
        min={0}
        max={100}
        inputMode="decimal"
        defaultValue={search.aliveBelow ?? ''}
        onChange={({ target }) => onChange({ aliveBelow: number(target.value) })}
      />
      <Field
        label={t.customers.filters.firstSince}
        type="date"
        value={search.firstSince ?? ''}
        onChange={({ target }) => onChange({ firstSince: target.value || undefined })}
      />
      <Field
        label={t.customers.filters.lastSince}
        type="date"
        value={search.lastSince ?? ''}
        onChange={({ target }) => onChange({ lastSince: target.value || undefined })}
      />
    </div>
  );
}
