import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Who PostgreSQL runs as: ourselves, or, when we are root, somebody else, because PostgreSQL refuses root. */
export type ProcessIdentity = {
  readonly spawnOptions: { readonly uid?: number; readonly gid?: number };
  /** Hands a file or folder over to that somebody. */
  own(file: string): void;
  /** Whether that somebody can walk down to `folder`. */
  reaches(folder: string): boolean;
};

const self: ProcessIdentity = { spawnOptions: {}, own: () => {}, reaches: () => true };

/**
 * As root: the owner of the cluster when there is one already, else the user `postgres`, else `nobody`.
 * Otherwise: ourselves.
 *
 * @throws when the cluster belongs to another user and we are not root.
 */
export function chooseIdentity(clusterDir: string): ProcessIdentity {
  const ownUid = process.getuid?.();
  if (ownUid === undefined) return self;
  const owner = existsSync(clusterDir) ? statSync(clusterDir) : null;
  if (ownUid !== 0) {
    if (owner !== null && owner.uid !== ownUid) {
      throw new Error(
        `${clusterDir} belongs to user id ${owner.uid}, but this is user id ${ownUid}. ` +
          'Run as that user, hand the folder over with chown -R, or choose another REGULARS_DATA_DIR.',
      );
    }
    return self;
  }
  if (owner !== null && owner.uid !== 0) return otherUser(owner.uid, owner.gid);
  const user = findUser('postgres') ?? findUser('nobody') ?? { uid: 65534, gid: 65534 };
  return otherUser(user.uid, user.gid);
}

function otherUser(uid: number, gid: number): ProcessIdentity {
  return {
    spawnOptions: { uid, gid },
    own: (file) => chownSync(file, uid, gid),
    reaches: (folder) => ancestors(folder).every((ancestor) => maySearch(ancestor, uid, gid)),
  };
}

function findUser(name: string): { uid: number; gid: number } | null {
  const entry = existsSync('/etc/passwd')
    ? readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((line) => line.startsWith(`${name}:`))
    : undefined;
  const [, , uid, gid] = entry?.split(':') ?? [];
  return uid !== undefined && gid !== undefined ? { uid: Number(uid), gid: Number(gid) } : null;
}

function ancestors(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [] : [...ancestors(parent), parent];
}

function maySearch(folder: string, uid: number, gid: number): boolean {
  const { mode, uid: ownerUid, gid: ownerGid } = statSync(folder);
  if (ownerUid === uid) return (mode & 0o100) !== 0;
  if (ownerGid === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
