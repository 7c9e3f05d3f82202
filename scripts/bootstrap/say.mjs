/**
 * Set-up speaks on stderr only: stdout belongs to the program that runs afterwards.
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * @param {string} message
 * @param {number} [exitCode]
 * @returns {never}
 */
export function fail(message, exitCode = 1) {
  say(message);
  process.exit(exitCode);
}
