import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseSharedFiles } from './refuse-shared-files.ts';

let folder: string;
const inFolder = (name: string) => path.join(folder, name);
const none = { outPath: null, reportPath: null, rejectsPath: null };

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'regulars-clv-files-'));
  writeFileSync(inFolder('orders.csv'), 'customer,date\n');
  symlinkSync(inFolder('orders.csv'), inFolder('symbolic.csv'));
  linkSync(inFolder('orders.csv'), inFolder('hard.csv'));
  symlinkSync(folder, inFolder('folder'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('Files to be written', () => {
  it.each(['orders.csv', './orders.csv', 'symbolic.csv', 'hard.csv', 'folder/orders.csv'])(
    'are not the input, whatever it is called: %s',
    (name) => {
      const file = `${folder}/${name}`;
      for (const [option, key] of [
        ['--out', 'outPath'],
        ['--report', 'reportPath'],
        ['--rejects', 'rejectsPath'],
      ] as const)
        expect(() => refuseSharedFiles({ ...none, path: inFolder('orders.csv'), [key]: file })).toThrow(
          `${option} ${file} is the file of transactions: it would be overwritten. Name another file.`,
        );
    },
  );

  it('are not each other, even before they are there', () => {
    const [outPath, reportPath] = [inFolder('new.csv'), `${folder}/folder/new.csv`];
    expect(() => refuseSharedFiles({ ...none, path: inFolder('orders.csv'), outPath, reportPath })).toThrow(
      `--report ${reportPath} is what --out writes: it would be overwritten.`,
    );
  });

  it('may all be thrown away', () => {
    const thrownAway = { outPath: '/dev/null', reportPath: '/dev/null', rejectsPath: inFolder('rejects.csv') };
    expect(() => refuseSharedFiles({ path: inFolder('orders.csv'), ...thrownAway })).not.toThrow();
  });
});
