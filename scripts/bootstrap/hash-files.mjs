import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const passedOver = new Set(['node_modules', 'dist', '.tools', '.git', '.turbo', '.data']);

/**
 * @param {readonly string[]} files
 * @returns {string} one hash over names and contents
 */
export function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} place a file or a folder
 * @returns {string[]} the files in it, however deep, in a fixed order; none when it does not exist
 */
export function listFiles(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .sort()
    .filter((name) => !passedOver.has(name))
    .flatMap((name) => listFiles(path.join(place, name)));
}

/**
 * @param {string} stampFile
 * @param {string} hash
 */
export function isStamped(stampFile, hash) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
}
