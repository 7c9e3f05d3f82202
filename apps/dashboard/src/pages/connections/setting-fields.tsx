import { toProblemDetails } from '../../api/api-error.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { keyOf, type AdapterField } from './adapter-fields.ts';
import { SettingField } from './setting-field.tsx';

export interface SettingFieldsProps {
  readonly adapterId: string;
  readonly fields: readonly AdapterField[];
  readonly values: Readonly<Record<string, string>>;
  /** Why they could not be kept; what is about one setting stands with it. */
  readonly error: Error | null;
  readonly onChange: (key: string, value: string) => void;
}

/** All settings of a connection, and what is wrong with them. */
export function SettingFields({ adapterId, fields, values, error, onChange }: SettingFieldsProps) {
  const faults = error === null ? [] : toProblemDetails(error).errors;
  const faultOf = (key: string) => faults.find(({ path }) => path === `/config/${key.replaceAll('.', '/')}`)?.message;
  const hasFaultOnField = fields.some((field) => faultOf(keyOf(field)) !== undefined);
  return (
    <>
      {fields.map((field) => {
        const key = keyOf(field);
        return (
          <SettingField
            key={`${adapterId}.${key}`}
            adapterId={adapterId}
            field={field}
            value={values[key] ?? field.initial}
            error={faultOf(key)}
            onChange={(value) => onChange(key, value)}
          />
        );
      })}
      {!hasFaultOnField && <ProblemNotice error={error} />}
    </>
  );
}
