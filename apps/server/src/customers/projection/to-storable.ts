const unstorable = /\\u0000|\\ud[89a-f]/i;

/**
 * The same data as plain JSON that Postgres can keep: no `undefined`, no NUL, no half of a surrogate pair
 * (which `text` and `jsonb` refuse). One bad character in a name must not cost an order.
 */
export function toStorable<Value>(value: Value): Value {
  // Nearly always it is that already; looking costs a fraction of writing and reading it.
  if (isStorable(value)) return value;
  const json = JSON.stringify(value);
  return JSON.parse(json, unstorable.test(json) ? clean : undefined) as Value;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isText(value);
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value === 'boolean' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key in value) if (!isText(key) || !isStorable(value[key as keyof typeof value])) return false;
  return true;
}

function isText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function clean(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), inner]));
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
