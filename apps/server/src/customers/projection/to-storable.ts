const unstorable = /\\u0000|\\ud[89a-f]/i;

/**
 * The same data as plain JSON that Postgres can keep: no `undefined`, no NUL, no half of a surrogate pair
 * (which `text` and `jsonb` refuse). One bad character in a name must not cost an order.
 */
export function toStorable<Value>(value: Value): Value {
  const json = JSON.stringify(value);
  return JSON.parse(json, unstorable.test(json) ? clean : undefined) as Value;
}

function clean(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), inner]));
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
