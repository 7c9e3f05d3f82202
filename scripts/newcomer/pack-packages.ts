import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { tsc } from '../adapter-guide/link-packages.ts';

const packagesDir = path.resolve(import.meta.dirname, '..', '..', 'packages');
const execute = promisify(execFile);

/** Builds and packs every package that is published, just as it would be. */
export async function packPackages(pnpm: string, destination: string): Promise<readonly string[]> {
  const folders = readdirSync(packagesDir)
    .map((name) => path.join(packagesDir, name))
    .filter((folder) => !isPrivate(folder));
  await execute(process.execPath, [tsc, '-b', ...folders]);
  for (const cwd of folders) await execute(pnpm, ['pack', '--pack-destination', destination], { cwd });
  return readdirSync(destination).map((file) => path.join(destination, file));
}

function isPrivate(folder: string): boolean {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly private?: boolean;
  };
  return manifest.private === true;
}
