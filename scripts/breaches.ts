import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One breach of one fence: the file that commits it comes first. */
export type LintBreach = {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly rule: string;
};
export type PackageBreach = {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly complaint: string;
};

const server = 'apps/server/src';

export const lintBreaches: readonly LintBreach[] = [
  ...rooms({
    'a room that imports a room to its right': ['segments/breach-right.ts', '../delivery/door.ts'],
    'a room that imports what stands on top of the rooms': ['segments/breach-top.ts', '../composition.ts'],
    'foundation that imports a room': ['foundation/database/breach-room.ts', '../../stores/door.ts'],
    'a room entered otherwise than by its door': ['delivery/breach-door.ts', '../customers/repository.ts'],
  }),
  ...imports(
    {
      'core that imports more than zod': ['packages/core/src/breach-import.ts', 'kysely'],
      'core that imports from Node': ['packages/core/src/breach-node.ts', 'node:fs'],
      'adapter-contracts that import the testkit': [
        'packages/adapter-contracts/src/breach.ts',
        '@regulars/adapter-testkit',
      ],
      'the testkit that imports an adapter': ['packages/adapter-testkit/src/breach.ts', '@regulars/mail-smtp'],
      'an adapter that imports another': ['packages/mail-smtp/src/breach-adapter.ts', '@regulars/mail-mailgun'],
      'an adapter that imports the server': ['packages/mail-smtp/src/breach-server.ts', '@regulars/server'],
      'a package that reaches into another by a path': [
        'packages/mail-smtp/src/breach-path.ts',
        '../../core/src/index.ts',
      ],
      'the server using the testkit outside tests': [
        `${server}/delivery/breach-testkit.ts`,
        '@regulars/adapter-testkit',
      ],
      'create-adapter that imports one of our packages': ['packages/create-adapter/src/breach.ts', '@regulars/core'],
      'the simulator that imports more than core': ['packages/simulator/src/breach.ts', 'zod'],
      'the dashboard that imports the server': ['apps/dashboard/src/breach.ts', '@regulars/server'],
    },
    'fences(package-direction)',
  ),
  ...imports(
    {
      'a room that imports an HTTP client': [`${server}/delivery/breach-got.ts`, 'got'],
      'a room that imports http': [`${server}/delivery/breach-http.ts`, 'node:http'],
      'an adapter that imports undici outside its client file': ['packages/mail-smtp/src/breach-undici.ts', 'undici'],
    },
    'fences(network-at-the-edge)',
  ),
  ...imports(
    {
      'a component that imports the API client': ['apps/dashboard/src/components/breach-api.ts', '../api/client.ts'],
      'a component that queries': ['apps/dashboard/src/components/breach-query.ts', '@tanstack/react-query'],
    },
    'fences(calm-components)',
  ),
  ...code(
    {
      'core that reads the clock by Date.now': ['packages/core/src/breach-now.ts', 'Date.now()'],
      'core that reads the clock by new Date()': ['packages/core/src/breach-date.ts', 'new Date()'],
      'core that is left to chance': ['packages/core/src/breach-random.ts', 'Math.random()'],
      'the simulator that is left to chance': ['packages/simulator/src/breach-random.ts', 'Math.random()'],
      'core that writes to the console': ['packages/core/src/breach-console.ts', 'console.log(1)'],
      'core that asks the process': ['packages/core/src/breach-process.ts', 'process.pid'],
      'core that fetches': ['packages/core/src/breach-fetch.ts', "fetch('https://example.com')"],
    },
    'fences(pure-core)',
  ),
  ...code(
    {
      'process.env read outside the configuration': [`${server}/stores/breach-env.ts`, "process.env['HOME']"],
    },
    'fences(environment-in-config)',
  ),
  ...code(
    {
      'a room that fetches': [`${server}/delivery/breach-fetch.ts`, "fetch('https://example.com')"],
      'an adapter that fetches outside its client file': [
        'packages/mail-smtp/src/breach-fetch.ts',
        "fetch('https://example.com')",
      ],
    },
    'fences(network-at-the-edge)',
  ),
  ...code(
    {
      'a component that fetches': ['apps/dashboard/src/components/breach-fetch.ts', "fetch('/api')"],
    },
    'fences(calm-components)',
  ),
  {
    what: 'an import cycle',
    files: {
      'packages/core/src/breach-cycle-a.ts': "import { b } from './breach-cycle-b.ts';\nexport const a = () => b;\n",
      'packages/core/src/breach-cycle-b.ts': "import { a } from './breach-cycle-a.ts';\nexport const b = () => a;\n",
    },
    rule: 'import(no-cycle)',
  },
  {
    what: 'any',
    files: { 'packages/core/src/breach-any.ts': 'export const breach = (value: any): unknown => value;\n' },
    rule: 'typescript(no-explicit-any)',
  },
  {
    what: 'a default export',
    files: { 'packages/core/src/breach-default.ts': 'export default 1;\n' },
    rule: 'import(no-default-export)',
  },
  {
    what: 'a file of more than 300 lines',
    files: { 'packages/core/src/breach-long.ts': '// a line\n'.repeat(301) },
    rule: 'eslint(max-lines)',
  },
  {
    what: 'a promise that nobody waits for',
    files: {
      'packages/core/src/breach-promise.ts':
        'async function work(): Promise<void> {}\nexport function breach(): void {\n  work();\n}\n',
    },
    rule: 'typescript(no-floating-promises)',
  },
];

/** What a fence must let through, lest it be caught by fences that catch everything. */
export const lawful: Readonly<Record<string, string>> = {
  [`${server}/delivery/lawful.ts`]:
    "import { door } from '../customers/door.ts';\nimport { base } from '../foundation/base.ts';\nexport const fine = [door, base];\n",
  [`${server}/foundation/egress/lawful.ts`]: "import got from 'got';\nexport const fine = () => got;\n",
  [`${server}/config.ts`]: "export const fine = () => process.env['PORT'];\n",
  'packages/core/src/lawful.ts': 'export const fine = (epochMs: number) => new Date(epochMs).getUTCDay();\n',
  'packages/mail-smtp/src/lawful.ts': "import { thing } from '@regulars/core';\nexport const fine = thing;\n",
};

export const packageBreaches: readonly PackageBreach[] = [
  packageBreach('core that depends on adapter-contracts', 'core', 'adapter-contracts'),
  packageBreach('an adapter that depends on another', 'mail-smtp', 'mail-mailgun'),
  {
    what: 'an import of a package that is not a dependency',
    files: { 'packages/core/src/breach-undeclared.ts': "import pg from 'pg';\nexport const breach = pg;\n" },
    complaint: 'cannot import package `pg` because it is not a dependency',
  },
];

type Places = Readonly<Record<string, readonly [file: string, subject: string]>>;

function rooms(places: Places): LintBreach[] {
  const located = Object.entries(places).map(
    ([what, [file, target]]) => [what, [`${server}/${file}`, target]] as const,
  );
  return imports(Object.fromEntries(located), 'fences(room-direction)');
}

function imports(places: Places, rule: string): LintBreach[] {
  return Object.entries(places).map(([what, [file, specifier]]) => ({
    what,
    files: { [file]: `import { breach } from '${specifier}';\nexport const caught = breach;\n` },
    rule,
  }));
}

function code(places: Places, rule: string): LintBreach[] {
  return Object.entries(places).map(([what, [file, expression]]) => ({
    what,
    files: { [file]: `export const breach = (): unknown => ${expression};\n` },
    rule,
  }));
}

function packageBreach(what: string, from: string, to: string): PackageBreach {
  const manifestFile = `packages/${from}/package.json`;
  const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '..', manifestFile), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  manifest.dependencies[`@regulars/${to}`] = 'workspace:^';
  const breach = `import { breach } from '@regulars/${to}';\nexport const caught = breach;\n`;
  return {
    what,
    files: { [manifestFile]: JSON.stringify(manifest), [`packages/${from}/src/breach-package.ts`]: breach },
    complaint: `Package \`@regulars/${to}\` found without any tag listed`,
  };
}
