import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contractVersion } from '@regulars/adapter-contracts';
import { writePackage } from '../../../test-support/write-package.ts';
import { AdapterPackagesError } from './adapter-package.ts';
import { loadAdapterPackages } from './load-adapter-packages.ts';

let root: string;
let own: string;
let server: string;
beforeEach(() => {
  root = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-adapters-'));
  own = path.join(root, 'data', 'adapters');
  server = path.join(root, 'server');
  for (const folder of [own, server]) mkdirSync(folder, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const load = (...names: string[]) =>
  loadAdapterPackages(names, { folders: [own, server], takenIds: ['woocommerce', 'mailbox'] });
const problemsOf = (...names: string[]): Promise<readonly string[]> =>
  load(...names).then(
    () => [],
    (error: unknown) => {
      if (error instanceof AdapterPackagesError) return error.problems;
      throw error;
    },
  );

/** The code of a module with one platform adapter. */
const platform = (id: string, changes = '') =>
  `export const platformAdapters = [{ contractVersion: ${contractVersion}, id: '${id}', displayName: 'Lemonade', capabilities: {},
    configSchema: { _zod: {}, safeParse() {} }, verifyWebhook() {}, parseWebhook() {}, connect() {}, ${changes} }];`;

describe('packages with adapters', () => {
  test('are found in the agency’s own folder, and then beside the server', async () => {
    writePackage(own, { name: '@acme/regulars-lemonade', code: platform('lemonade') });
    writePackage(server, { name: 'regulars-juice', version: '0.3.1', code: platform('juice') });
    writePackage(server, { name: '@acme/regulars-lemonade', version: '0.0.1', code: platform('sour') });
    const packages = await load('@acme/regulars-lemonade', 'regulars-juice');
    expect(
      packages.map(({ name, version, platformAdapters }) => [name, version, platformAdapters.map(({ id }) => id)]),
    ).toEqual([
      ['@acme/regulars-lemonade', '1.2.0', ['lemonade']],
      ['regulars-juice', '0.3.1', ['juice']],
    ]);
  });

  test('may be named twice and are loaded once', async () => {
    writePackage(own, { name: 'regulars-juice', code: platform('juice') });
    expect(await load('regulars-juice', 'regulars-juice')).toHaveLength(1);
  });
});

describe('said in one sentence, without a trace:', () => {
  test('a package that is not installed, and how to install it', async () => {
    expect(await problemsOf('@acme/lost')).toEqual([
      `@acme/lost is not installed. Install it by: npm install --prefix ${own} @acme/lost`,
    ]);
  });

  test.each(['./lemonade', '/srv/lemonade', 'https://acme.test/lemonade.js', '..'])(
    '%s, which is no name of a package',
    async (name) => {
      expect(await problemsOf(name)).toEqual([`${name} is no name of a package, such as regulars-lemonade.`]);
    },
  );

  test('a module of Node’s own', async () => {
    expect(await problemsOf('fs')).toEqual([expect.stringMatching(/^fs is not installed\./)]);
  });

  test('a package that exports no adapters', async () => {
    writePackage(own, { name: 'left-pad', code: 'export const leftPad = () => "";' });
    expect(await problemsOf('left-pad')).toEqual(['left-pad exports neither platformAdapters nor mailAdapters.']);
  });

  test('a package that cannot be imported by its name', async () => {
    writePackage(own, { name: 'closed', code: '', exports: { './inside': './index.js' } });
    expect(await problemsOf('closed')).toEqual([
      'closed 1.2.0 cannot be imported: "exports" in its package.json needs "." with "default".',
    ]);
  });

  test('a package that throws while it is loaded', async () => {
    writePackage(own, { name: 'broken', code: 'throw new Error("No license.\\nOr so.");' });
    expect(await problemsOf('broken')).toEqual(['broken 1.2.0 cannot be loaded: No license.']);
  });

  test('a package that lacks one of its own', async () => {
    writePackage(own, { name: 'lacking', code: 'import "not-there";' });
    expect(await problemsOf('lacking')).toEqual([
      expect.stringMatching(/^lacking 1\.2\.0 cannot be loaded: Cannot find package 'not-there'/),
    ]);
  });

  test.each([
    [contractVersion - 1, 'Install a newer release of it.'],
    [contractVersion + 1, 'Update Regulars.'],
  ])('an adapter of version %i of the contract', async (version, remedy) => {
    writePackage(own, { name: 'other', code: platform('other', `contractVersion: ${version}`) });
    expect(await problemsOf('other')).toEqual([
      `platformAdapters[0] of other 1.2.0 keeps version ${version} of the adapter contract, and this is version ${contractVersion}. ${remedy}`,
    ]);
  });

  test('an adapter that was made by hand', async () => {
    writePackage(own, { name: 'handmade', code: "export const mailAdapters = [{ id: 'handmade' }];" });
    expect(await problemsOf('handmade')).toEqual([
      'mailAdapters[0] of handmade 1.2.0 bears no version of the contract: make it with defineMailAdapter.',
    ]);
  });

  test.each([
    ['Half', 'connect: undefined', 'id, connect'],
    ['half', 'configSchema: { safeParse() {}, _def: {} }', 'configSchema'],
  ])('an adapter that is none: %s with %s', async (id, changes, faulty) => {
    writePackage(own, { name: 'half', code: platform(id, changes) });
    expect(await problemsOf('half')).toEqual([
      `platformAdapters[0] of half 1.2.0 is no adapter: ${faulty} is not as definePlatformAdapter asks.`,
    ]);
  });

  test('ids that two adapters share, of two packages or of Regulars itself', async () => {
    writePackage(own, { name: 'a', code: platform('lemonade') });
    writePackage(own, { name: 'b', code: platform('lemonade') });
    writePackage(own, { name: 'c', code: platform('woocommerce') });
    expect(await problemsOf('a', 'b', 'c')).toEqual([
      'b has an adapter lemonade, and so has a. Each needs an id of its own.',
      'c has an adapter woocommerce, and so has Regulars itself. Each needs an id of its own.',
    ]);
  });

  test('everything at once', async () => {
    writePackage(own, { name: 'broken', code: 'throw new Error("No license.");' });
    await expect(load('@acme/lost', 'broken')).rejects.toThrow(
      /^The adapters named in REGULARS_ADAPTERS cannot be used:\n {2}@acme\/lost is not .*\n {2}broken 1\.2\.0 cannot .*$/,
    );
  });
});
