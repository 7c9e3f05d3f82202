import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';

import { root, toolsDir } from './places.mjs';

/**
 * Runs the program in the foreground and passes signals on. A Ctrl-C in a terminal reaches it without us.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code, 128 + n when signal n ended it
 */
export function runProgram(node, args) {
  const PATH = `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  // Node strips the types of some 500 files at every start; remembered, a command starts in a third of the time.
  const NODE_COMPILE_CACHE = process.env['NODE_COMPILE_CACHE'] ?? path.join(toolsDir, 'compile-cache');
  const child = spawn(node, args, { cwd: root, env: { ...process.env, PATH, NODE_COMPILE_CACHE }, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
