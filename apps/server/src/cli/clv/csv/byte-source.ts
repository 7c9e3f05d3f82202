import { open } from 'node:fs/promises';
import { CommandFailure } from '../../command-failure.ts';

/** Where a file's bytes come from, piece by piece. */
export interface ByteSource {
  /** What to call it in a sentence. */
  readonly name: string;
  /** null where it is not known before the end. */
  readonly sizeBytes: number | null;
  /** Puts the next bytes at `offset` of the target, at most to its `end`; says how many, 0 at the end of the file. */
  read(target: Uint8Array, offset: number, end: number): Promise<number>;
  close(): Promise<void>;
}

/** @param path `-` for standard input. */
export async function openByteSource(path: string): Promise<ByteSource> {
  return path === '-' ? openStandardInput() : openFile(path);
}

async function openFile(path: string): Promise<ByteSource> {
  const file = await open(path).catch(() => null);
  const stats = await file?.stat();
  if (file === null || stats === undefined || stats.isDirectory()) {
    await file?.close();
    throw new CommandFailure(`There is no file ${path} that can be read.`);
  }
  return {
    name: path,
    sizeBytes: stats.isFile() ? stats.size : null,
    read: async (target, offset, end) => (await file.read(target, offset, end - offset, null)).bytesRead,
    close: () => file.close(),
  };
}

function openStandardInput(): ByteSource {
  const chunks = process.stdin.iterator({ destroyOnReturn: true });
  let rest: Uint8Array = new Uint8Array(0);
  return {
    name: 'standard input',
    sizeBytes: null,
    read: async (target, offset, end) => {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done === true) return 0;
        rest = next.value as Buffer;
      }
      const taken = rest.subarray(0, end - offset);
      target.set(taken, offset);
      rest = rest.subarray(taken.length);
      return taken.length;
    },
    close: async () => {
      process.stdin.destroy();
    },
  };
}
