import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Downloads a Debian package with whatever it needs that this system lacks, and unpacks all of it into `targetDir`.
 * Works without root and changes nothing outside `targetDir`: package lists that are missing are fetched into it too.
 *
 * @throws where apt-get or dpkg-deb is missing, or the archive cannot be reached.
 */
export async function unpackDebianPackages(name: string, targetDir: string): Promise<void> {
  mkdirSync(path.dirname(targetDir), { recursive: true });
  const draft = mkdtempSync(`${targetDir}-`);
  try {
    const options = await optionsThatKnow(name, draft);
    const names = await listMissing(name, options);
    await run('apt-get', [...options, 'download', ...names], { cwd: draft });
    const unpacked = path.join(draft, 'unpacked');
    for (const file of readdirSync(draft).filter((entry) => entry.endsWith('.deb'))) {
      await run('dpkg-deb', ['-x', path.join(draft, file), unpacked]);
    }
    if (!existsSync(targetDir)) renameSync(unpacked, targetDir);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The system's package lists when they know the package, else fresh ones of our own. */
async function optionsThatKnow(name: string, draft: string): Promise<string[]> {
  const knows = await listMissing(name, []).then(
    (names) => names.length > 0,
    () => false,
  );
  if (knows) return [];
  for (const folder of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(path.join(draft, folder), { recursive: true });
  const options = [
    ['-o', `Dir::State::lists=${path.join(draft, 'lists')}`],
    ['-o', `Dir::Cache=${path.join(draft, 'cache')}`],
    ['-o', 'APT::Sandbox::User='],
  ].flat();
  await run('apt-get', [...options, 'update']);
  return options;
}

/** The package and what it depends on, less what is installed already. */
async function listMissing(name: string, options: readonly string[]): Promise<string[]> {
  const { stdout } = await run('apt-get', [...options, '--simulate', '--no-install-recommends', 'install', name]);
  return [...stdout.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] ?? '');
}
