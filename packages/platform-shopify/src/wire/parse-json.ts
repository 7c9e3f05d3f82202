/** What `JSON.parse` tells a reviver of where a value came from; newer than the types of the language. */
type ParseWithSource = (
  text: string,
  reviver: (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/**
 * Reads a JSON object. Whole numbers beyond 2^53 stay as they are written, as text: Shopify's ids reach them, and as
 * numbers two orders would become one.
 *
 * @returns null when the bytes are no JSON object in UTF-8.
 */
export function parseJson(bytes: Uint8Array): object | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value = (JSON.parse as ParseWithSource)(text, (_key, each, { source }) =>
      typeof each === 'number' && source !== undefined && !Number.isSafeInteger(each) && /^\d+$/.test(source)
        ? source
        : each,
    );
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
