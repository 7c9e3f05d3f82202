/** The names of an adapter in all the places where it has one. */
export interface AdapterNames {
  /** As people say it: `Lemonade Stand`. */
  readonly display: string;
  /** `lemonade-stand` */
  readonly id: string;
  /** `regulars-lemonade-stand` */
  readonly package: string;
  /** `lemonadeStand`; what it names ends in `Adapter`, so it may be a word of the language. */
  readonly variable: string;
  /** `lemonade_stand`: the first word of rejection codes, which have no digits. */
  readonly code: string;
}

/** Why a name cannot be used; null when it can. */
export function findNameProblem(name: string): string | null {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} .&'+-]*$/u.test(name) || name.length > 60)
    return 'Letters, digits and spaces, at most 60 of them.';
  return toWords(name).length === 0 ? 'It needs a letter from a to z, for its id is made from it.' : null;
}

/**
 * Makes all names from the one people say.
 *
 * @example
 * ```ts
 * toAdapterNames('Café 24').id; // 'cafe-24'
 * ```
 */
export function toAdapterNames(name: string): AdapterNames {
  const words = toWords(name);
  const id = words.join('-');
  const [first = '', ...others] = words;
  return {
    display: name,
    id,
    package: `regulars-${id}`,
    variable: first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    code: words
      .map((word) => word.replaceAll(/\d/g, ''))
      .filter((word) => word !== '')
      .join('_'),
  };
}

/** Lower case words of a to z and digits, the first one beginning with a letter. */
function toWords(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/['\p{M}]/gu, '')
    .toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const [first = '', ...others] = words;
  const letters = first.replace(/^\d+/, '');
  if (letters !== '') return [letters, ...others];
  return others.length === 0 ? [] : toWords(others.join(' '));
}
