// What a newcomer does: the guide, word for word, in an empty folder, with everything installed from a registry. Then the
// adapter is installed into a data folder, and the server takes it.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { readSteps } from './adapter-guide/read-steps.ts';
import { preparePnpm } from './bootstrap/toolchain.mjs';
import { packPackages } from './newcomer/pack-packages.ts';
import { startRegistry } from './newcomer/start-registry.ts';

const root = path.resolve(import.meta.dirname, '..');
const guide = readFileSync(path.join(root, 'docs', 'guides', 'write-an-adapter.md'), 'utf8');
const home = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-newcomer-'));
const folder = (name: string) => {
  mkdirSync(path.join(home, name));
  return path.join(home, name);
};
const execute = promisify(execFile);
const beganAt = performance.now();

function say(what: string): void {
  console.log(`${((performance.now() - beganAt) / 1_000).toFixed(1).padStart(6)} s  ${what}`);
}

const tarballs = await packPackages(await preparePnpm(), folder('packed'));
const registry = await startRegistry(tarballs);
say(`${tarballs.length} packages are packed and served`);

// npm's own settings, and the registry they name, stay; only our scope leads here. What npm tells the scripts it runs
// about this repository would lead it back.
const { npm_config_local_prefix: _, npm_config_prefix: __, ...inherited } = process.env;
const env = { ...inherited, npm_config_cache: folder('cache'), npm_config_yes: 'true' };
Object.assign(env, { 'npm_config_@regulars:registry': registry.url });

let cwd = folder('empty');
async function run(command: string): Promise<string> {
  const [program = '', ...args] = command.split(' ');
  const { stdout } = await execute(program, args, { cwd, env, shell: process.platform === 'win32' });
  say(command);
  return stdout;
}

try {
  let lastRun = '';
  for (const step of readSteps(guide)) {
    if (step.kind === 'file') {
      mkdirSync(path.dirname(path.join(cwd, step.path)), { recursive: true });
      writeFileSync(path.join(cwd, step.path), step.content);
      say(`  ${step.path}`);
    } else if (step.command.startsWith('cd ')) cwd = path.join(cwd, step.command.slice(3));
    else if (step.command === 'npm test') lastRun = await run('npm test -- --test-reporter=tap');
    else await run(step.command);
  }
  const passed = Number(/^# pass (\d+)$/m.exec(lastRun)?.[1] ?? 0);
  if (!/^# fail 0$/m.test(lastRun) || passed < 30) throw new Error('The kit did not pass at its full level.');
  say(`the kit passes at its full level: ${passed} clauses`);

  const dataDir = folder('data');
  await run('npm run build');
  await run(`npm install --prefix ${path.join(dataDir, 'adapters')} ${cwd}`);
  Object.assign(env, { REGULARS_DATA_DIR: dataDir, REGULARS_ADAPTERS: 'regulars-ecwid' });
  const doctor = await run(`${process.execPath} --conditions=source ${root}/apps/server/src/cli/main.ts doctor --json`);
  if (!doctor.includes('regulars-ecwid 0.1.0 brings Ecwid.')) throw new Error(`The server took no adapter:\n${doctor}`);
  say('the server takes the adapter');
} catch (error) {
  const { stdout = '', stderr = '', message } = error as Error & { readonly stdout?: string; readonly stderr?: string };
  console.error([message, stdout, stderr].filter((text) => text !== '').join('\n'));
  process.exitCode = 1;
} finally {
  await registry.close();
  rmSync(home, { recursive: true, force: true });
}
