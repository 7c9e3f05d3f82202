import { pathToFileURL } from 'node:url';
import { fail, type Result } from '@regulars/core/shared';
import { AdapterPackagesError, type AdapterPackage } from './adapter-package.ts';
import { checkExports } from './check-exports.ts';
import { findInstalled } from './find-installed.ts';
import { findSharedIds } from './find-shared-ids.ts';

export interface AdapterPackagesPlace {
  /** Where packages may be installed, the first one first: the agency's own folder. */
  readonly folders: readonly [own: string, ...others: string[]];
  /** The ids of the adapters that come with Regulars. */
  readonly takenIds: readonly string[];
}

const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/**
 * Imports the packages an agency named, and believes what they export only where it keeps our version of the contract.
 *
 * @throws AdapterPackagesError that names every problem at once.
 */
export async function loadAdapterPackages(
  names: readonly string[],
  place: AdapterPackagesPlace,
): Promise<readonly AdapterPackage[]> {
  const results = await Promise.all([...new Set(names)].map((name) => loadAdapterPackage(name, place.folders)));
  const packages = results.flatMap((result) => (result.ok ? [result.value] : []));
  const problems = [
    ...results.flatMap((result) => (result.ok ? [] : result.failure)),
    ...findSharedIds(packages, place.takenIds),
  ];
  if (problems.length > 0) throw new AdapterPackagesError(problems);
  return packages;
}

async function loadAdapterPackage(
  name: string,
  folders: AdapterPackagesPlace['folders'],
): Promise<Result<AdapterPackage, readonly string[]>> {
  if (!packageName.test(name)) return fail([`${name} is no name of a package, such as regulars-lemonade.`]);
  const installed = findInstalled(name, folders);
  if (installed === null)
    return fail([`${name} is not installed. Install it by: npm install --prefix ${folders[0]} ${name}`]);
  const { version, entry } = installed;
  if (entry === null)
    return fail([`${name} ${version} cannot be imported: "exports" in its package.json needs "." with "default".`]);
  try {
    const exported = (await import(pathToFileURL(entry).href)) as Readonly<Record<string, unknown>>;
    return checkExports({ name, version }, exported);
  } catch (error) {
    return fail([`${name} ${version} cannot be loaded: ${tellInOneLine(error)}`]);
  }
}

/** Its author's words to whoever installed it; where in its code it failed is of no use here. */
function tellInOneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 300) ?? '';
}
