import { readFile, rename, writeFile } from 'node:fs/promises';
import { parseKeyRing } from './key-ring.ts';
import { toKeyEntry, toKeyFile } from './load-key-ring.ts';

/**
 * Puts a new key in front of those kept in the data folder: whoever reads them from now on seals with it, and still opens
 * what the others sealed. The file is whole at every moment.
 *
 * @param id - of the new key; no other key may bear it.
 * @throws when the file is not there or holds no keys.
 */
export async function addKey(dataDir: string, id: string): Promise<void> {
  const path = toKeyFile(dataDir);
  const known = (await readFile(path, 'utf8')).trim();
  const ring = parseKeyRing(known);
  if (ring === null) throw new Error('The secret keys cannot be read; expected entries like id:base64 of 32 bytes.');
  if (ring.some((key) => key.id === id)) throw new Error(`A key is called ${id} already.`);
  const draft = `${path}.new`;
  await writeFile(draft, `${toKeyEntry(id)},${known}\n`, { mode: 0o600 });
  await rename(draft, path);
}
