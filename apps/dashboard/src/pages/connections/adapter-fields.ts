/** One setting of an adapter, as a form asks for it. */
export interface AdapterField {
  /** Where it stands in the configuration: `['dkim', 'domain']`. */
  readonly path: readonly string[];
  readonly kind: 'text' | 'secret' | 'number' | 'boolean' | 'choice';
  readonly isRequired: boolean;
  readonly initial: string;
  readonly choices: readonly string[];
  readonly hint: string | undefined;
}

/** The few words of JSON Schema that settings are written in. */
interface SettingSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly SettingSchema[];
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
}

const secretName = /password|secret|token$|(^|[a-z])key$/i;

/** The form for an adapter's configuration schema. */
export function listFields(schema: unknown, path: readonly string[] = []): AdapterField[] {
  const { properties = {}, required = [] } = schema as SettingSchema;
  return Object.entries(properties).flatMap(([name, given]) => {
    const here = [...path, name];
    const setting = given.anyOf?.find(({ type }) => type !== 'null') ?? given;
    if (setting.type === 'object') return listFields({ ...setting, required: [] }, here);
    return [
      {
        path: here,
        kind: toKind(name, setting),
        isRequired: required.includes(name) && given.default === undefined,
        initial: given.default === undefined || given.default === null ? '' : String(given.default),
        choices: setting.enum ?? [],
        hint: given.description ?? setting.description,
      },
    ];
  });
}

/** What a form is filled with; secrets that were given may be left empty, since they are not shown. */
export function toFilledForm(
  fields: readonly AdapterField[],
  settings: Readonly<Record<string, unknown>>,
  hidden: readonly string[],
  keeps: string,
): { readonly fields: readonly AdapterField[]; readonly values: Readonly<Record<string, string>> } {
  const given = fields.flatMap((field): (readonly [string, string])[] => {
    const value = field.path.reduce<unknown>(
      (owner, name) => (owner as Readonly<Record<string, unknown>> | null | undefined)?.[name],
      settings,
    );
    return value === undefined || value === null ? [] : [[keyOf(field), String(value)]];
  });
  return {
    fields: fields.map((field) =>
      hidden.includes(keyOf(field)) ? { ...field, isRequired: false, initial: '', hint: keeps } : field,
    ),
    values: Object.fromEntries(given),
  };
}

/**
 * The configuration that was typed in; what was left empty is left out. A group of settings, such as `dkim`, is there when
 * one of them was given: what they begin with alone makes none.
 */
export function toConfig(
  fields: readonly AdapterField[],
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const config: Record<string, unknown> = {};
  for (const field of fields) {
    const text = (values[keyOf(field)] ?? field.initial).trim();
    if (text === '' || !isWanted(field, fields, values)) continue;
    const parents = field.path.slice(0, -1);
    const owner = parents.reduce<Record<string, unknown>>((parent, name) => {
      parent[name] ??= {};
      return parent[name] as Record<string, unknown>;
    }, config);
    owner[field.path.at(-1) ?? ''] = toValue(field, text);
  }
  return config;
}

function isWanted(
  { path }: AdapterField,
  fields: readonly AdapterField[],
  values: Readonly<Record<string, string>>,
): boolean {
  const [group] = path;
  if (path.length === 1) return true;
  return fields
    .filter((each) => each.path.length > 1 && each.path[0] === group)
    .some((each) => (values[keyOf(each)] ?? each.initial).trim() !== each.initial);
}

export function keyOf({ path }: Pick<AdapterField, 'path'>): string {
  return path.join('.');
}

function toKind(name: string, { type, enum: choices }: SettingSchema): AdapterField['kind'] {
  if (choices !== undefined) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  return secretName.test(name) ? 'secret' : 'text';
}

function toValue({ kind }: AdapterField, text: string): unknown {
  if (kind === 'number') return Number(text);
  return kind === 'boolean' ? text === 'true' : text;
}
