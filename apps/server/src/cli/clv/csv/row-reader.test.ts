import { describe, expect, it } from 'vitest';
import type { ByteSource } from './byte-source.ts';
import { createRowBlock } from './row-block.ts';
import type { Separator } from './row-format.ts';
import { createRowReader } from './row-reader.ts';

/** A source that gives its bytes in pieces of a size. */
function sourceOf(text: string, pieceBytes = 1 << 20): ByteSource {
  const bytes = new TextEncoder().encode(text);
  let given = 0;
  return {
    name: 'test',
    sizeBytes: bytes.length,
    read: async (target, offset, end) => {
      const piece = bytes.subarray(given, Math.min(bytes.length, given + Math.min(pieceBytes, end - offset)));
      target.set(piece, offset);
      given += piece.length;
      return piece.length;
    },
    close: async () => {},
  };
}

/** All rows of a text with all their cells; a row that could not be split is its bytes alone. */
async function read(
  text: string,
  separator: Separator = ',',
  { columns = 3, rowsAtOnce = 100, pieceBytes = 1 << 20 } = {},
) {
  const reader = createRowReader(sourceOf(text, pieceBytes));
  const block = createRowBlock(columns, rowsAtOnce);
  const format = { separator, slotOfColumn: Int8Array.from({ length: columns }, (_, column) => column) };
  const rows: { line: number; cells: (string | null)[] }[] = [];
  const decoder = new TextDecoder();
  for (let bytes = await reader.next(format, block); bytes !== null; bytes = await reader.next(format, block)) {
    for (let row = 0; row < block.size; row += 1) {
      const cells = Array.from({ length: columns }, (_, column) => {
        const cell = row * columns + column;
        return block.starts[cell]! < 0 ? null : decoder.decode(bytes.subarray(block.starts[cell], block.ends[cell]));
      });
      const whole = decoder.decode(bytes.subarray(block.rowStarts[row], block.rowEnds[row]));
      rows.push({ line: block.lines[row]!, cells: block.isBroken[row] === 1 ? [whole] : cells });
    }
  }
  return rows;
}

describe('Rows', () => {
  it('end with a line feed, with or without a carriage return before it, and the last may end without', async () => {
    expect((await read('a,b,c\r\nd,e,f\ng,h,i')).map(({ cells }) => cells.join())).toEqual(['a,b,c', 'd,e,f', 'g,h,i']);
  });

  it('may be quoted, with separators, line ends and doubled quotes within', async () => {
    expect(await read('"a,1","b\r\n2","say ""c"""\nd,e,f')).toEqual([
      { line: 1, cells: ['a,1', 'b\r\n2', 'say "c"'] },
      { line: 3, cells: ['d', 'e', 'f'] },
    ]);
  });

  it('have quotes as letters where a cell does not begin with one', async () => {
    expect((await read('5" pipe,b,c'))[0]?.cells).toEqual(['5" pipe', 'b', 'c']);
  });

  it('begin after the byte order mark', async () => {
    expect((await read('\uFEFFa,b,c'))[0]?.cells[0]).toBe('a');
  });

  it('are not made of blank lines, which count as lines all the same', async () => {
    expect((await read('\na,b,c\r\n\r\nd,e,f\n\n')).map(({ line }) => line)).toEqual([2, 4]);
  });

  it('may lack cells, and lose the blanks around those they have', async () => {
    expect((await read(' a , b\nd,e,f')).map(({ cells }) => cells)).toEqual([
      ['a', 'b', null],
      ['d', 'e', 'f'],
    ]);
  });

  it('lose one line only to a quote that never closes', async () => {
    expect(await read('a,b,c\n"d,e,f\ng,h,i\n')).toEqual([
      { line: 1, cells: ['a', 'b', 'c'] },
      { line: 2, cells: ['"d,e,f'] },
      { line: 3, cells: ['g', 'h', 'i'] },
    ]);
  });

  it('are set apart by semicolons, tabs, bars or blanks', async () => {
    for (const [separator, text] of [
      [';', 'a;b;c'],
      ['\t', 'a\tb\tc'],
      ['|', 'a|b|c'],
      ['whitespace', '  a  b\t c  '],
    ] as const) {
      expect((await read(text, separator))[0]?.cells).toEqual(['a', 'b', 'c']);
    }
  });

  it('are the same however the bytes come and however many rows are taken at once', async () => {
    const text = Array.from({ length: 60 }, (_, row) => `${row},"x ""${row}""\n",${'y'.repeat(row)}`).join('\n');
    const whole = await read(text);
    expect(whole).toHaveLength(60);
    expect(await read(text, ',', { pieceBytes: 7, rowsAtOnce: 4 })).toEqual(whole);
  });

  it('go on beyond what is held at once', async () => {
    const text = 'abc,defg,hijkl\n'.repeat(100_000);
    expect(await read(text, ',', { columns: 1, rowsAtOnce: 5_000 })).toHaveLength(100_000);
  });
});
