import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface WrittenPackage {
  readonly name: string;
  readonly version?: string;
  /** The module that is imported by the package's name. */
  readonly code: string;
  /** `exports` of its package.json; the module itself when left out. */
  readonly exports?: unknown;
}

/** Lays a package into the `node_modules` of a folder, as an installation leaves it there. */
export function writePackage(folder: string, { name, version = '1.2.0', code, exports }: WrittenPackage): void {
  const target = path.join(folder, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  const manifest = { name, version, type: 'module', exports: exports ?? { '.': { default: './index.js' } } };
  writeFileSync(path.join(target, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(target, 'index.js'), code);
}
