const maxLength = 60;

/**
 * A key for a segment of this name that no other has.
 *
 * @example
 * ```ts
 * toSegmentKey('Müller & Söhne', new Set()); // 'muller-sohne'
 * toSegmentKey('Regulars', new Set(['regulars'])); // 'regulars-2'
 * ```
 */
export function toSegmentKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const base = plain === '' ? 'segment' : plain;
  for (let nth = 1; ; nth += 1) {
    const ending = nth === 1 ? '' : `-${nth}`;
    const key = `${base.slice(0, maxLength - ending.length).replace(/-+$/, '')}${ending}`;
    if (!taken.has(key)) return key;
  }
}
