import type { AdapterNames } from './adapter-names.ts';

const condition = / *\/\/([?!]) (\w+)$/;

/**
 * Makes a file from its template. A line that ends in `//? pulls` stays where the adapter is to have pulls, one that ends in
 * `//! pulls` where it is not; the names of Example Shop become the adapter's own.
 */
export function fillTemplate(template: string, file: string, names: AdapterNames, can: readonly string[]): string {
  const lines = template.split('\n').flatMap((line) => {
    const [, mark, ability = ''] = condition.exec(line) ?? [];
    if (mark === undefined) return [line];
    return can.includes(ability) === (mark === '?') ? [line.replace(condition, '')] : [];
  });
  const display = file.endsWith('.ts') ? names.display.replaceAll("'", String.raw`\'`) : names.display;
  return lines
    .join('\n')
    .replaceAll('regulars-example-shop', names.package)
    .replaceAll('exampleShop', names.variable)
    .replaceAll('example_shop', names.code)
    .replaceAll('example-shop', names.id)
    .replaceAll('Example Shop', () => display);
}
