import type { AdapterNames } from './adapter-names.ts';

/** The versions this package was released with, and its templates tried with. */
export type Versions = Readonly<Record<string, string>>;

const runtime = ['@regulars/adapter-contracts', '@regulars/core', 'zod'];
const development = ['@regulars/adapter-testkit', '@types/node', 'typescript'];

/** The package.json of a new adapter. */
export function toManifest(names: AdapterNames, versions: Versions): string {
  const pick = (packages: readonly string[]) =>
    Object.fromEntries(packages.map((name) => [name, versions[name] ?? 'latest']));
  const manifest = {
    name: names.package,
    version: '0.1.0',
    description: `${names.display} for Regulars`,
    type: 'module',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist'],
    scripts: { build: 'tsc -p tsconfig.build.json', prepack: 'npm run build', test: 'node --test', typecheck: 'tsc' },
    dependencies: pick(runtime),
    devDependencies: pick(development),
    engines: { node: '>=22.18' },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
