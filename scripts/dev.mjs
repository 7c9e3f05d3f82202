#!/usr/bin/env node
// The one entry of `npm start`, `npm test` and of `npm run regulars`, `screenshots`, `bench` and `newcomer`. Needs Node 18 and npm, nothing else:
// whatever is missing is brought into this folder, and nothing outside it is changed.
import { prepareDashboard } from './bootstrap/dashboard.mjs';
import { prepareDependencies } from './bootstrap/dependencies.mjs';
import { root } from './bootstrap/places.mjs';
import { runProgram } from './bootstrap/run-program.mjs';
import { fail } from './bootstrap/say.mjs';
import { prepareNode } from './bootstrap/toolchain.mjs';

/** @typedef {{ program: string, needsDashboard: (args: readonly string[]) => boolean }} Task */

/** @type {Readonly<Record<string, Task>>} */
const tasks = {
  start: { program: 'apps/server/src/main.ts', needsDashboard: () => true },
  regulars: {
    program: 'apps/server/src/cli/main.ts',
    needsDashboard: ([command]) => command === 'serve' || command === 'demo',
  },
  test: { program: 'scripts/test.ts', needsDashboard: () => false },
  screenshots: { program: 'e2e/make-screenshots.ts', needsDashboard: () => true },
  bench: { program: 'bench/src/main.ts', needsDashboard: () => false },
  newcomer: { program: 'scripts/newcomers-run.ts', needsDashboard: () => false },
};

const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (task === undefined) fail(`Usage: node scripts/dev.mjs ${Object.keys(tasks).join(' | ')} [arguments]`, 2);

const node = await prepareNode();
await prepareDependencies(node);
if (task.needsDashboard(args)) await prepareDashboard(node);
process.exitCode = await runProgram(node, ['--conditions=source', `${root}/${task.program}`, ...args]);
