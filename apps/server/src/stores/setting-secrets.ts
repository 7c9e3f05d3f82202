/** Settings by their name, groups of them nested. */
export type Settings = Readonly<Record<string, unknown>>;

const secretName = /password|secret|token$|(^|[a-z])key$/i;
const addressName = /url$|host$|domain$/i;

/** The settings that may be shown, and where those are that may not and were given, e.g. `dkim.privateKey`. */
export interface ShownSettings {
  readonly settings: Settings;
  readonly hidden: readonly string[];
}

/** Parts settings by their names, and by what stands in them: an address may hold a password. */
export function hideSecrets(config: unknown, path: readonly string[] = []): ShownSettings {
  const parts = Object.entries(isSettings(config) ? config : {}).map(([name, value]) => {
    const here = [...path, name];
    if (isSettings(value)) {
      const inner = hideSecrets(value, here);
      return { shown: [[name, inner.settings] as const], hidden: inner.hidden };
    }
    if (value === null || value === undefined) return { shown: [], hidden: [] };
    return isSecret(name, value) ? { shown: [], hidden: [here.join('.')] } : { shown: [[name, value]], hidden: [] };
  });
  return {
    settings: Object.fromEntries(parts.flatMap(({ shown }) => shown)),
    hidden: parts.flatMap(({ hidden }) => hidden),
  };
}

/** Settings as they were typed in anew, and the secrets that have to be, since they would go to another address. */
export interface FilledSettings {
  readonly config: Settings;
  readonly needed: readonly string[];
}

/**
 * Fills in the secrets that were left out, as they are now. Null takes one away. Where a group names another address than
 * before, its secrets are not sent there: whoever changes the address has to know them.
 */
export function fillSecrets(present: unknown, wished: Settings, path: readonly string[] = []): FilledSettings {
  if (!isSettings(present)) return { config: wished, needed: [] };
  const config: Record<string, unknown> = { ...wished };
  const needed: string[] = [];
  const isMoved = Object.keys({ ...present, ...wished }).some(
    (name) => addressName.test(name) && (present[name] ?? null) !== (wished[name] ?? null),
  );
  for (const [name, value] of Object.entries(present)) {
    const given = wished[name];
    if (isSettings(value) && isSettings(given)) {
      const inner = fillSecrets(value, given, [...path, name]);
      config[name] = inner.config;
      needed.push(...inner.needed);
    } else if (given === undefined && !isSettings(value) && value !== null && isSecret(name, value)) {
      if (isMoved) needed.push([...path, name].join('.'));
      else config[name] = value;
    }
  }
  return { config, needed };
}

function isSecret(name: string, value: unknown): boolean {
  if (secretName.test(name)) return true;
  const url = typeof value === 'string' ? URL.parse(value) : null;
  return url !== null && (url.username !== '' || url.password !== '');
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
