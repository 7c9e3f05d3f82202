import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Rejection } from '@regulars/core/shared';
import type { Line } from './open-order-file.ts';

/** Keeps the lines that could not be used, as they were, each with its reasons; corrected, the file can be imported itself. */
export interface RejectsFile {
  add(lines: readonly Line[], rejections: readonly Rejection[]): Promise<void>;
  /** @returns its path; null when nothing was rejected and no file made. */
  close(): Promise<string | null>;
}

export function createRejectsFile(path: string, header: readonly string[]): RejectsFile {
  let stream: WriteStream | null = null;

  const write = async (cells: readonly string[]) => {
    stream ??= createWriteStream(path);
    if (!stream.write(`${cells.map(toCell).join(',')}\n`)) await once(stream, 'drain');
  };

  return {
    add: async (lines, rejections) => {
      if (stream === null) await write([...header, 'rejected_line', 'rejected_code', 'rejected_reason']);
      const codes = [...new Set(rejections.map(({ code }) => code))].join(' ');
      const reasons = rejections.map(({ message }) => message).join(' ');
      for (const { number, cells } of lines) {
        const own = header.map((_column, index) => cells[index] ?? '');
        await write([...own, ...cells.slice(header.length), String(number), codes, reasons]);
      }
    },
    close: async () => {
      if (stream === null) return null;
      stream.end();
      await finished(stream);
      return path;
    },
  };
}

function toCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
