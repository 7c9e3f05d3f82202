import type { ValueModel } from '../../api/forecasts.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './outlook.module.css';

/** The model itself, for whoever wants to know. */
export function ModelWords({ model }: { readonly model: NonNullable<ValueModel['model']> }) {
  const { forecasts: t } = useMessages();
  const formats = useFormats();
  const name = t.models[model.modelId] ?? model.modelId;
  return (
    <details className={styles['model']}>
      <summary>
        {t.store.modelTitle}: {model.regularity > 1 ? `${name}, k = ${model.regularity}` : name}
      </summary>
      <p>
        {t.store.fitted(
          formats.number(model.customers),
          formats.number(model.repeatPurchases),
          formats.date(model.fittedAt),
        )}{' '}
        {t.store.keepsLearning}
      </p>
      <dl className={styles['parameters']}>
        {model.parameters.map(({ name: parameter, value, standardError }) => (
          <div key={parameter}>
            <dt>{parameter}</dt>
            <dd>
              {formats.significant(value)}
              {standardError !== null && <span> {t.store.standardError(formats.significant(standardError))}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p lang="en">{[model.verdict.message, model.reason, model.season?.message].filter(Boolean).join(' ')}</p>
    </details>
  );
}
