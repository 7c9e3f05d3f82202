// What a newcomer does: the guide, word for word, in an empty folder, with everything installed from a registry. Then the
// adapter is installed into a data folder, and the server takes it.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { readSteps } from './adapter-guide/read-steps.ts';
import { preparePnpm } from './bootstrap/toolchain.mjs';
import { findPackedProblems } from './newcomer/check-packed.ts';
import { packPackages } from './newcomer/pack-packages.ts';
import { startRegistry, type LocalRegistry } from './newcomer/start-registry.ts';

const root = path.resolve(import.meta.dirname, '..');
const guide = readFileSync(path.join(root, 'docs', 'guides', 'write-an-adapter.md'), 'utf8');
const home = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-newcomer-'));
const execute = promisify(execFile);
const beganAt = performance.now();

function say(what: string): void {
  console.log(`${((performance.now() - beganAt) / 1_000).toFixed(1).padStart(6)} s  ${what}`);
}

function makeFolder(name: string): string {
  mkdirSync(path.join(home, name));
  return path.join(home, name);
}

async function publish(): Promise<LocalRegistry> {
  const tarballs = await packPackages(await preparePnpm(), makeFolder('packed'));
  const problems = tarballs.flatMap(findPackedProblems);
  if (problems.length > 0) throw new Error(`Not fit to be published:\n${problems.join('\n')}`);
  say(`${tarballs.length} packages are packed and served`);
  return startRegistry(tarballs);
}

/** npm's own settings, and the registry they name, stay; only our scope leads to this machine. */
function toEnvironment({ url }: LocalRegistry): NodeJS.ProcessEnv {
  // What npm tells the scripts it runs about this repository would lead it back here.
  const { npm_config_local_prefix: _, npm_config_prefix: __, ...inherited } = process.env;
  const own = { npm_config_cache: makeFolder('cache'), npm_config_yes: 'true', 'npm_config_@regulars:registry': url };
  return { ...inherited, ...own };
}

async function run(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const [program = '', ...args] = command.split(' ');
  const { stdout } = await execute(program, args, { cwd, env, shell: process.platform === 'win32' });
  say(command);
  return stdout;
}

/** @returns the folder of the adapter, which keeps the kit's full level. */
async function followGuide(env: NodeJS.ProcessEnv): Promise<string> {
  let cwd = makeFolder('empty');
  let kit = '';
  for (const step of readSteps(guide)) {
    if (step.kind === 'file') {
      mkdirSync(path.dirname(path.join(cwd, step.path)), { recursive: true });
      writeFileSync(path.join(cwd, step.path), step.content);
      say(`  ${step.path}`);
    } else if (step.command.startsWith('cd ')) cwd = path.join(cwd, step.command.slice('cd '.length));
    else if (step.command === 'npm test') kit = await run('npm test -- --test-reporter=tap', cwd, env);
    else await run(step.command, cwd, env);
  }
  if (!/^# fail 0$/m.test(kit) || !kit.includes('(thin.same_order)'))
    throw new Error(`The kit does not pass at its full level:\n${kit}`);
  say(`the kit passes at its full level: ${/^# pass (\d+)$/m.exec(kit)?.[1]} clauses`);
  return cwd;
}

async function useAdapter(adapterDir: string, env: NodeJS.ProcessEnv): Promise<void> {
  const dataDir = makeFolder('data');
  await run('npm run build', adapterDir, env);
  await run(`npm install --prefix ${path.join(dataDir, 'adapters')} ${adapterDir}`, home, env);
  const server = { ...process.env, REGULARS_DATA_DIR: dataDir, REGULARS_ADAPTERS: 'regulars-ecwid' };
  const findings = await run(
    `${process.execPath} --conditions=source apps/server/src/cli/main.ts doctor`,
    root,
    server,
  );
  if (!findings.includes('regulars-ecwid 0.1.0 brings Ecwid.')) throw new Error(`Not taken:\n${findings}`);
  say('the server takes the adapter');
}

let registry: LocalRegistry | null = null;
try {
  registry = await publish();
  const env = toEnvironment(registry);
  await useAdapter(await followGuide(env), env);
} catch (error) {
  const { stdout = '', stderr = '', message } = error as Error & { readonly stdout?: string; readonly stderr?: string };
  console.error([message, stdout, stderr].filter((text) => text !== '').join('\n'));
  process.exitCode = 1;
} finally {
  await registry?.close();
  rmSync(home, { recursive: true, force: true });
}
