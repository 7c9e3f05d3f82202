export interface ColorToken {
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

/** The colours in the text of tokens.css, by name, in their order. */
export function parseColorTokens(css: string): ReadonlyMap<string, ColorToken> {
  const found = css.matchAll(/(--[\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, { name, light, dark }] as const));
}
