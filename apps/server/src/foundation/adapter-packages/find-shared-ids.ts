import type { AdapterPackage } from './adapter-package.ts';

/** One sentence for each id that two adapters have: a connection names its adapter by it, whatever it is for. */
export function findSharedIds(packages: readonly AdapterPackage[], takenIds: readonly string[]): readonly string[] {
  const owners = new Map(takenIds.map((id) => [id, 'Regulars itself']));
  const problems: string[] = [];
  for (const { name, platformAdapters, mailAdapters } of packages) {
    for (const { id } of [...platformAdapters, ...mailAdapters]) {
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, name);
      else problems.push(`${name} has an adapter ${id}, and so has ${owner}. Each needs an id of its own.`);
    }
  }
  return problems;
}
