/** A line item, coupon or refund as the WooCommerce exporters write it into one cell. */
export type ItemFields = Readonly<Record<string, string>>;

/**
 * Reads a cell of items: a JSON array, or `id:1|name:Tea\: green|quantity:2` joined by `;`, where a backslash keeps the
 * next character from meaning anything (the format of WooCommerce's own exporters; the free ones write `|` lists alike).
 */
export function parseItems(cell: string): readonly ItemFields[] {
  if (cell.startsWith('[')) return parseJsonItems(cell) ?? [];
  return splitUnescaped(cell, ';')
    .map((item) =>
      Object.fromEntries(
        splitUnescaped(item, '|').map((pair) => {
          const [key = '', ...value] = splitUnescaped(pair, ':');
          return [unescape(key).trim().toLowerCase(), unescape(value.join(':')).trim()];
        }),
      ),
    )
    .filter((item) => Object.keys(item).length > 0 && !('' in item));
}

function parseJsonItems(cell: string): readonly ItemFields[] | null {
  try {
    const items: unknown = JSON.parse(cell);
    if (!Array.isArray(items)) return null;
    return items.map((item: unknown) =>
      Object.fromEntries(
        Object.entries(typeof item === 'object' && item !== null ? item : {}).map(([key, value]) => [
          key.toLowerCase(),
          typeof value === 'string' || typeof value === 'number' ? String(value) : '',
        ]),
      ),
    );
  } catch {
    return null;
  }
}

function splitUnescaped(text: string, separator: string): readonly string[] {
  const parts: string[] = [''];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === separator) parts.push('');
    else {
      const isEscape = character === '\\' && index + 1 < text.length;
      parts[parts.length - 1] += isEscape ? character + text.charAt(index + 1) : character;
      if (isEscape) index += 1;
    }
  }
  return parts;
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, '$1');
}
