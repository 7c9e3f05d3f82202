import { CommandFailure } from '../../command-failure.ts';
import { guessSeparator } from './guess-separator.ts';
import type { Separator } from './row-format.ts';

/** What a file is like, by its beginning. */
export interface FileDescription {
  readonly separator: Separator;
  /** The cells of the first rows, the names of the columns among them if the file has such. */
  readonly rows: readonly (readonly string[])[];
}

const sampleBytes = 1 << 16;
const rowsKept = 200;

/** @throws CommandFailure when it is nothing that rows can be read from. */
export function describeFile(sample: Uint8Array, name: string): FileDescription {
  if (sample.length === 0) throw new CommandFailure(`There is nothing in ${name}.`);
  const start = sample.subarray(0, sampleBytes);
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    throw new CommandFailure(`${name} is in UTF-16. Save it as CSV in UTF-8.`);
  if (start[0] === 0x1f && start[1] === 0x8b)
    throw new CommandFailure(`${name} is compressed. Unpack it on the way in: gunzip -c ${name} | regulars clv -`);
  if (start.includes(0)) throw new CommandFailure(`${name} is no text: give a CSV file.`);
  const text = new TextDecoder().decode(start);
  const separator = guessSeparator(text);
  if (separator === null)
    throw new CommandFailure(
      `The lines of ${name} cannot be split into columns. Set them apart by commas, semicolons, tabs, bars or blanks.`,
    );
  return { separator, rows: splitRows(text, separator).slice(0, rowsKept) };
}

/** The cells of a text's rows; for the few at a file's beginning. */
function splitRows(text: string, separator: Separator): readonly (readonly string[])[] {
  if (separator === 'whitespace') {
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().split(/\s+/)]));
  }
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"' && (isQuoted || cell === '')) {
      if (isQuoted && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else {
        isQuoted = !isQuoted;
      }
    } else if (!isQuoted && (sign === separator || sign === '\n')) {
      row.push(cell.trim());
      cell = '';
      if (sign === '\n') {
        if (row.length > 1 || row[0] !== '') rows.push(row);
        row = [];
      }
    } else {
      cell += sign;
    }
  }
  // A last row without its end may go on beyond the sample, unless there is no other.
  if (rows.length === 0) rows.push([...row, cell.trim()]);
  return rows;
}
