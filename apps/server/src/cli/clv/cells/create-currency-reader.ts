const decoder = new TextDecoder();

/** A reader of cells that say a currency and nothing else. It remembers the last, because most say the same. */
export function createCurrencyReader(): (bytes: Uint8Array, start: number, end: number) => string {
  let known = new Uint8Array(0);
  let currency = '';
  return (bytes, start, end) => {
    if (isSame(known, bytes, start, end)) return currency;
    known = bytes.slice(start, end);
    currency = decoder.decode(known).trim().toUpperCase();
    return currency;
  };
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== known.length) return false;
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[start + at]) return false;
  return true;
}
