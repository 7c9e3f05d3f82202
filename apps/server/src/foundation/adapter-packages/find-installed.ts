import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Where an installed package is. */
export interface Installed {
  readonly version: string;
  /** The file that is imported by the package's name; null when the package has none. */
  readonly entry: string | null;
}

const manifest = z.object({ version: z.string().default('without a version') });

/** Looks for a package as Node does, from each of these folders upwards; the first one wins. */
export function findInstalled(name: string, folders: readonly string[]): Installed | null {
  for (const folder of folders) {
    const from = path.join(folder, 'package.json');
    const manifestFile = findManifest(name, from);
    if (manifestFile !== null) return { version: readVersion(manifestFile), entry: findEntry(name, from) };
  }
  return null;
}

function findManifest(name: string, from: string): string | null {
  try {
    return findPackageJSON(name, pathToFileURL(from)) ?? null;
  } catch {
    return null;
  }
}

function findEntry(name: string, from: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return null;
  }
}

function readVersion(manifestFile: string): string {
  return manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8'))).version;
}
