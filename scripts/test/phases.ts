import { createRequire } from 'node:module';
import path from 'node:path';

/** One line of the test command. A stage that runs vitest counts its tests, any other counts as one. */
export type Stage = { readonly title: string; readonly command: readonly string[]; readonly isVitest: boolean };

const root = path.resolve(import.meta.dirname, '..', '..');

/** The stages of a phase run side by side, the longest first; a phase begins when the one before it is done. */
export const phases: readonly (readonly Stage[])[] = [
  [
    check('types', packaged('typescript', 'tsc'), '-b'),
    check('lint', packaged('oxlint', 'oxlint')),
    check('dashboard', [process.execPath, path.join(root, 'scripts/build-dashboard.mjs')]),
    check('format', packaged('oxfmt', 'oxfmt'), '--check'),
    check('boundaries', packaged('turbo', 'turbo'), 'boundaries'),
  ],
  [vitest('integration-embedded'), vitest('integration-scale-out'), vitest('unit')],
  // Two files at a time: browsers that are watched want a machine that is busy, not swamped.
  [vitest('e2e')],
];

function check(title: string, command: readonly string[], ...args: readonly string[]): Stage {
  return { title, command: [...command, ...args], isVitest: false };
}

function vitest(project: string): Stage {
  const vitestCommand = packaged('vitest', 'vitest');
  return { title: project, command: [...vitestCommand, 'run', '--project', project], isVitest: true };
}

/** The command of a package, run by this very Node. */
function packaged(name: string, bin: string): readonly string[] {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin: bins } = createRequire(import.meta.url)(manifest) as { bin: string | Readonly<Record<string, string>> };
  const file = typeof bins === 'string' ? bins : bins[bin];
  if (file === undefined) throw new Error(`${name} has no command ${bin}`);
  return [process.execPath, path.join(path.dirname(manifest), file)];
}
