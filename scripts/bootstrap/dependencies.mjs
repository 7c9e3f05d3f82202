import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { hashFiles, isStamped, listFiles } from './hash-files.mjs';
import { root } from './places.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';
import { fail, say } from './say.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { toolEnvironment } from './tool-environment.mjs';
import { preparePnpm } from './toolchain.mjs';

const stampFile = path.join(root, 'node_modules', '.installed-from');

/**
 * Installs exactly what the lock file says, unless that was done already.
 *
 * @param {string} node
 */
export async function prepareDependencies(node) {
  if (isStamped(stampFile, hashOfInputs())) return;
  await withSetupLock(async () => {
    const hash = hashOfInputs();
    if (isStamped(stampFile, hash)) return;
    const pnpm = await preparePnpm();
    say('Installing dependencies …');
    const { PATH = '', ...env } = toolEnvironment();
    const { ok, output } = await runQuietly(pnpm, ['install', '--frozen-lockfile', '--reporter=append-only'], {
      cwd: root,
      env: { ...env, PATH: `${path.dirname(node)}${path.delimiter}${PATH}` },
    });
    if (!ok) {
      fail(
        `The dependencies could not be installed. Check the network and try again. pnpm said:\n${lastLines(output)}`,
      );
    }
    writeFileSync(stampFile, hash);
  });
}

function hashOfInputs() {
  const manifests = ['packages', 'apps'].flatMap((group) =>
    readdirSync(path.join(root, group))
      .sort()
      .map((name) => path.join(root, group, name, 'package.json')),
  );
  const own = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => path.join(root, name));
  const others = ['bench', 'e2e', 'examples'].map((name) => path.join(root, name, 'package.json'));
  return hashFiles([...own, ...others, ...manifests].flatMap(listFiles)) + process.platform + process.arch;
}
