import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { toolsDir } from './places.mjs';

/**
 * The environment for npm and pnpm. Where the home folder cannot be written to, their caches go into the project.
 * `NODE_ENV` is left out: "production" would make pnpm leave out what builds and tests.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  const { NODE_ENV: _, ...env } = process.env;
  const base = { ...env, CI: 'true' };
  if (isWritable(homedir())) return base;
  return {
    ...base,
    npm_config_cache: path.join(toolsDir, 'npm-cache'),
    npm_config_store_dir: path.join(toolsDir, 'pnpm-store'),
    pnpm_config_store_dir: path.join(toolsDir, 'pnpm-store'),
    HOME: path.join(toolsDir, 'home'),
    XDG_CACHE_HOME: path.join(toolsDir, 'cache'),
    XDG_CONFIG_HOME: path.join(toolsDir, 'config'),
    XDG_DATA_HOME: path.join(toolsDir, 'data'),
    XDG_STATE_HOME: path.join(toolsDir, 'state'),
  };
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
