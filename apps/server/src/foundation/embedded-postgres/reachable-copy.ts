import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Copies the packaged PostgreSQL, once, to where any user can run it: below `/root`, or in a folder installed by
 * somebody else, it can neither be reached nor completed. A copy made by another user is never trusted.
 */
export function copyToReachablePlace(nativeDir: string): string {
  const shelf = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const key = createHash('sha256').update(nativeDir).digest('hex').slice(0, 12);
  const place = path.join(shelf, `regulars-postgres-${process.getuid?.() ?? 'user'}-${key}`);
  if (isOurs(place)) return place;
  const draft = mkdtempSync(`${place}-`);
  cpSync(nativeDir, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, place);
    return place;
  } catch {
    if (!isOurs(place)) return draft;
    rmSync(draft, { recursive: true, force: true });
    return place;
  }
}

function isOurs(place: string): boolean {
  if (!existsSync(place)) return false;
  const { uid, mode } = lstatSync(place);
  return lstatSync(place).isDirectory() && uid === process.getuid?.() && (mode & 0o022) === 0;
}
