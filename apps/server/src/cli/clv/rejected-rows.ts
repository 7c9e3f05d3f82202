import { closeSync, openSync, writeFileSync } from 'node:fs';
import { CommandFailure } from '../command-failure.ts';

/** A row that could not be used. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  readonly row: string;
}

/** Counts rows that could not be used, remembers the first, and keeps all in a file where one is wanted. */
export interface RejectedRows {
  readonly count: number;
  readonly first: readonly RejectedRow[];
  add(line: number, reason: string, row: string): void;
  close(): void;
}

const remembered = 10;
const bufferCharacters = 1 << 16;

/** @param path where all are kept, as they stand, each with its line and the reason; null for nowhere. */
export function createRejectedRows(path: string | null, separator: string, header: string): RejectedRows {
  const first: RejectedRow[] = [];
  const file = path === null ? null : open(path);
  let count = 0;
  let waiting = file === null ? '' : `${[header, 'rejected_line', 'rejected_reason'].join(separator)}\n`;
  const flush = () => {
    if (file !== null && waiting !== '') writeFileSync(file, waiting);
    waiting = '';
  };
  return {
    get count() {
      return count;
    },
    first,
    add: (line, reason, row) => {
      count += 1;
      if (first.length < remembered) first.push({ line, reason, row });
      if (file === null) return;
      waiting += `${[row, line, reason].join(separator)}\n`;
      if (waiting.length > bufferCharacters) flush();
    },
    close: () => {
      flush();
      if (file !== null) closeSync(file);
    },
  };
}

function open(path: string): number {
  try {
    return openSync(path, 'w');
  } catch {
    throw new CommandFailure(`The file ${path} for rejected rows cannot be written.`);
  }
}
