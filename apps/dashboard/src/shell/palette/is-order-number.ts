const leastLetters = 2;

/**
 * Whether what is typed may be the number of an order, or how it begins: one word with a digit in it.
 *
 * @example isOrderNumber('#1042') // true
 */
export function isOrderNumber(typed: string): boolean {
  const word = typed.trim();
  return word.length >= leastLetters && /^[^\s@]+$/.test(word) && /\d/.test(word);
}
