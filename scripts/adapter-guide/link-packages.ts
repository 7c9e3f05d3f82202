import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const packagesDir = path.resolve(import.meta.dirname, '..', '..', 'packages');
const creatorDir = path.join(packagesDir, 'create-adapter');
const needed = [
  '@regulars/adapter-contracts',
  '@regulars/adapter-testkit',
  '@regulars/core',
  '@types/node',
  'typescript',
  'zod',
];

/** The compiler, as a script for Node. */
export const tsc = path.join(
  path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
);

/** Builds what an adapter is made with, as it is published. */
export function buildPackages(): void {
  execFileSync(process.execPath, [tsc, '-b', path.join(packagesDir, 'adapter-testkit'), creatorDir]);
}

/** Puts what a new adapter depends on into its `node_modules`, where a test does not want to wait for npm. */
export function linkPackages(adapterDir: string): void {
  for (const name of needed) {
    const link = path.join(adapterDir, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(realpathSync(path.join(creatorDir, 'node_modules', name)), link, 'junction');
  }
}
