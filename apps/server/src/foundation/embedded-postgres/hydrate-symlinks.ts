import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

type Link = { readonly source: string; readonly target: string };

/**
 * npm packages cannot hold symbolic links, so the packaged PostgreSQL lists its library links in `pg-symlinks.json`
 * and expects an install script to make them. Install scripts are off in this workspace: the links are made here.
 *
 * @returns false when the folder cannot be written to.
 */
export function hydrateSymlinks(nativeDir: string): boolean {
  const listFile = path.join(nativeDir, 'pg-symlinks.json');
  if (!existsSync(listFile)) return true;
  const links = JSON.parse(readFileSync(listFile, 'utf8')) as readonly Link[];
  const root = path.dirname(nativeDir);
  const located = (name: string) => path.join(root, name.replace(/^native(?=\/)/, path.basename(nativeDir)));
  return links.every(({ source, target }) => makeLink(located(source), located(target)));
}

function makeLink(source: string, target: string): boolean {
  if (existsSync(target)) return true;
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
    return true;
  } catch (error) {
    // Another process made the same link in the meantime.
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
}
