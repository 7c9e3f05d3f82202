import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { isAlive } from './postmaster-file.ts';

/**
 * Notes that this process uses the cluster. Whoever leaves last turns PostgreSQL off: so the command line and the
 * server share one, in whatever order they come and go, and what a killed process left running is not forgotten.
 */
export function joinUsers(usersDir: string): { leave(): { readonly wasLast: boolean } } {
  const mark = path.join(usersDir, `${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(mark, '');
  return {
    leave() {
      rmSync(mark, { force: true });
      return { wasLast: !hasLivingUser(usersDir) };
    },
  };
}

function hasLivingUser(usersDir: string): boolean {
  const marks = readdirSync(usersDir);
  const isLiving = (mark: string) => isAlive(Number(mark.split('-')[0]));
  for (const mark of marks.filter((name) => !isLiving(name))) rmSync(path.join(usersDir, mark), { force: true });
  return marks.some(isLiving);
}
