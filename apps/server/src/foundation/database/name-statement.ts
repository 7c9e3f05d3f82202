import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * A name for a statement, the same for the same text. A demo plans thousands of small statements while it is filled:
 * prepared, they take Postgres two thirds of the time. A real instance plans each anew, because its tables grow from
 * nothing to millions of rows under the same connections.
 */
export function nameStatement(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 24);
  names.set(text, name);
  return name;
}
