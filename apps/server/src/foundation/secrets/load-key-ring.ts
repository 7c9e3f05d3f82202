import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseKeyRing, type KeyRing } from './key-ring.ts';

/**
 * The keys secrets are sealed with: those configured, else one made at the first start and kept in the data folder,
 * readable by its owner only. Losing it makes every stored credential unreadable.
 */
export async function loadKeyRing(configured: string | null, dataDir: string): Promise<KeyRing> {
  const text = configured ?? (await readOrMakeKey(toKeyFile(dataDir), dataDir));
  const ring = parseKeyRing(text.trim());
  if (ring === null)
    throw new Error(
      `The secret keys cannot be read; expected entries like id:base64 of 32 bytes${configured === null ? ' in secret.key' : ''}.`,
    );
  return ring;
}

/** Where the keys are kept that were not configured. */
export function toKeyFile(dataDir: string): string {
  return join(dataDir, 'secret.key');
}

/** A key as a ring holds it: its id and 32 random bytes. */
export function toKeyEntry(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

async function readOrMakeKey(path: string, dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  try {
    // `wx` fails when the file is there, so two processes that start at once agree on one key.
    await writeFile(path, `${toKeyEntry('local')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return await readFile(path, 'utf8');
}
