import { Field, SelectField } from '../../components/field.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { keyOf, type AdapterField } from './adapter-fields.ts';

export interface SettingFieldProps {
  readonly adapterId: string;
  readonly field: AdapterField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One setting of a connection, in the form its kind wants. */
export function SettingField({ adapterId, field, value, error, onChange }: SettingFieldProps) {
  const t = useMessages();
  const label = toLabel(t.settings, adapterId, field);
  if (field.kind === 'choice' || field.kind === 'boolean') {
    const options =
      field.kind === 'boolean'
        ? [
            { value: 'true', label: t.connections.yes },
            { value: 'false', label: t.connections.no },
          ]
        : field.choices.map((choice) => ({ value: choice, label: choice }));
    return (
      <SelectField
        label={label}
        hint={field.hint}
        error={error}
        value={value}
        options={options}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  const types = { text: 'text', secret: 'password', number: 'number' } as const;
  return (
    <Field
      label={field.isRequired ? label : `${label} (${t.connections.optional})`}
      hint={field.hint}
      error={error}
      type={types[field.kind]}
      required={field.isRequired}
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** The setting's name in words; one we have no words for is shown as it is called. */
function toLabel(words: Readonly<Record<string, string>>, adapterId: string, field: AdapterField): string {
  const key = keyOf(field);
  return words[`${adapterId}.${key}`] ?? words[key] ?? key;
}
