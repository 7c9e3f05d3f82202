/** With a capital letter at its beginning. */
export function toSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
