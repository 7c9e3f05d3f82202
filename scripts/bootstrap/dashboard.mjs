import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { hashFiles, isStamped, listFiles } from './hash-files.mjs';
import { root } from './places.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';
import { fail, say } from './say.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { toolEnvironment } from './tool-environment.mjs';

const dashboardDir = path.join(root, 'apps', 'dashboard');
const stampFile = path.join(dashboardDir, 'dist', '.built-from');

/**
 * Builds the dashboard when one of the files it is made of has changed since the last time.
 *
 * @param {string} node
 */
export async function prepareDashboard(node) {
  if (isStamped(stampFile, hashOfInputs())) return;
  await withSetupLock(async () => {
    const hash = hashOfInputs();
    if (isStamped(stampFile, hash)) return;
    say('Building the dashboard …');
    const vite = path.join(dashboardDir, 'node_modules', 'vite', 'bin', 'vite.js');
    const { ok, output } = await runQuietly(node, [vite, 'build'], { cwd: dashboardDir, env: toolEnvironment() });
    if (!ok) fail(`The dashboard could not be built. vite said:\n${lastLines(output)}`);
    mkdirSync(path.dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, hash);
  });
}

function hashOfInputs() {
  const inputs = ['apps/dashboard', 'packages/core/src', 'pnpm-lock.yaml'];
  return hashFiles(
    inputs.flatMap((input) => listFiles(path.join(root, input))).filter((file) => !file.endsWith('.test.ts')),
  );
}
