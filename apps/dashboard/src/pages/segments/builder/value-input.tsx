import field from '../../../components/field.module.css';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { fieldKinds, type Question } from '../rule/rule-draft.ts';
import styles from './builder.module.css';
import { ValuePicker } from './value-picker.tsx';

export interface ValueInputProps {
  readonly question: Question;
  readonly storeId: string;
  readonly currency: string;
  readonly isWrong: boolean;
  readonly errorId: string;
  readonly onChange: (change: Partial<Question>) => void;
}

/** What a question compares with, in the form its field wants. */
export function ValueInput({ question, storeId, currency, isWrong, errorId, onChange }: ValueInputProps) {
  const t = useMessages();
  const formats = useFormats();
  const kind = fieldKinds[question.field];
  const point = formats.decimal(1.5).includes(',') ? ',' : '.';
  const shared = {
    id: `value-${question.id}`,
    className: field['input'],
    'aria-label': t.segments.value,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? errorId : undefined,
  };
  switch (kind) {
    case 'count':
      return (
        <input
          {...shared}
          inputMode="numeric"
          value={question.text}
          onChange={({ target }) => onChange({ text: target.value })}
        />
      );
    case 'share':
    case 'days':
    case 'age': {
      const unit = kind === 'share' ? '%' : t.segments.daysUnit;
      return (
        <div className={styles['unit']}>
          <input
            {...shared}
            aria-label={`${t.segments.value} (${unit})`}
            inputMode={kind === 'share' ? 'decimal' : 'numeric'}
            value={question.text.replace('.', point)}
            onChange={({ target }) => onChange({ text: target.value.replace(',', '.') })}
          />
          <span aria-hidden>{unit}</span>
        </div>
      );
    }
    case 'money': {
      return (
        <div className={styles['money']}>
          <span aria-hidden>{currency}</span>
          <input
            {...shared}
            aria-label={`${t.segments.value} (${currency})`}
            inputMode="decimal"
            value={question.text.replace('.', point)}
            onChange={({ target }) => onChange({ text: target.value.replace(',', '.') })}
          />
        </div>
      );
    }
    case 'day':
      return (
        <input
          {...shared}
          type="date"
          value={question.text.slice(0, 'yyyy-mm-dd'.length)}
          onChange={({ target }) => onChange({ text: target.value })}
        />
      );
    case 'flag':
      return (
        <select
          {...shared}
          value={String(question.flag)}
          onChange={({ target }) => onChange({ flag: target.value === 'true' })}
        >
          <option value="true">{t.segments.yes}</option>
          <option value="false">{t.segments.no}</option>
        </select>
      );
    default:
      return (
        <div id={shared.id} tabIndex={-1}>
          <ValuePicker
            storeId={storeId}
            field={question.field as 'boughtProduct' | 'boughtCategory' | 'country'}
            values={question.list}
            onChange={(list) => onChange({ list })}
          />
        </div>
      );
  }
}
