/** As much of a body as is shown to a person. */
export interface ReadableText {
  /** Null: the bytes are no text. */
  readonly text: string | null;
  readonly isCut: boolean;
}

/**
 * The beginning of a body as text, of at most `maxBytes` bytes and never ending within a character.
 *
 * @param start The body's first bytes; those beyond `maxBytes` are left out.
 * @param wholeBytes How long the whole body is.
 * @example
 * ```ts
 * toReadableText(Buffer.from('né'), 3, 2); // { text: 'n', isCut: true }
 * ```
 */
export function toReadableText(start: Uint8Array, wholeBytes: number, maxBytes: number): ReadableText {
  const shown = start.subarray(0, maxBytes);
  const isCut = shown.byteLength < wholeBytes;
  try {
    // As a stream, a character that is not whole yet waits for its rest, which never comes.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(shown, { stream: isCut });
    return text.includes('\0') ? { text: null, isCut } : { text, isCut };
  } catch {
    return { text: null, isCut };
  }
}
