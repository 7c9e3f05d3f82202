import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';
import { fail, ok, type Rejection, type Result } from '@regulars/core/shared';
import { detectLayout } from './detect-layout.ts';
import type { OrderLayout } from './layout.ts';

/** One line of the file as it stands there; a quoted cell may make it span several. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Lines of a CSV file that could not even be split into cells. */
export interface BrokenLine {
  readonly number: number;
  readonly rejection: Rejection;
}

export interface OrderFile {
  readonly layout: OrderLayout;
  /** As the file spells them. */
  readonly header: readonly string[];
  readonly sizeBytes: number;
  /** How far reading has come. */
  bytesRead(): number;
  lines(): AsyncIterable<Line | BrokenLine>;
}

const sampleBytes = 64 * 1024;
/** A quote that is never closed would swallow the rest of the file. */
const maxRecordCharacters = 1_000_000;

/**
 * Opens an export: finds out its separator (`,` `;` or tab), its encoding (UTF-8, else Windows' western one) and its
 * layout, and reads it line by line, however large it is.
 */
export async function openOrderFile(path: string): Promise<Result<OrderFile, Rejection>> {
  const sample = await readSample(path);
  if (sample === null)
    return fail({ code: 'import.file_unreadable', path: '', message: `There is no file ${path} that can be read.` });
  const delimiter = guessDelimiter(sample);
  const { size } = await stat(path);
  const stream = createReadStream(path);
  const broken: BrokenLine[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRecordCharacters,
    skip_records_with_error: true,
    on_skip: (error) => {
      broken.push(toBrokenLine(error));
    },
  });
  stream.on('error', (error) => parser.destroy(error));
  (isUtf8(trimPartial(sample)) ? stream : stream.pipe(createWesternDecoder())).pipe(parser);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<{
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }>;

  const first = await records.next();
  const header = first.done === true ? [] : first.value.record;
  const layout = detectLayout(header.map((column) => column.trim().toLowerCase()));
  if (!layout.ok) {
    stream.destroy();
    return layout;
  }
  async function* lines(): AsyncIterable<Line | BrokenLine> {
    for (let next = await records.next(); next.done !== true; next = await records.next()) {
      yield* broken.splice(0);
      yield { number: next.value.info.lines, cells: next.value.record };
    }
    yield* broken.splice(0);
  }
  return ok({ layout: layout.value, header, sizeBytes: size, bytesRead: () => stream.bytesRead, lines });
}

/** Windows-1252, not ISO 8859-1: it has €, dashes and curly quotes where the other has control characters. */
function createWesternDecoder(): Transform {
  const decoder = new TextDecoder('windows-1252');
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      done(null, decoder.decode(chunk));
    },
  });
}

async function readSample(path: string): Promise<Buffer | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** The sample may end within a character of several bytes. */
function trimPartial(sample: Buffer): Buffer {
  let end = sample.length;
  while (end > 0 && end > sample.length - 4 && ((sample[end - 1] ?? 0) & 0x80) !== 0) end -= 1;
  return sample.length < sampleBytes ? sample : sample.subarray(0, end);
}

function guessDelimiter(sample: Buffer): string {
  const firstLine = sample.toString('latin1').split('\n', 1)[0] ?? '';
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
}

function toBrokenLine(error: CsvError | undefined): BrokenLine {
  const message =
    'A quote that opens here is never closed, or the line is far too long; everything up to where that ends was left out.';
  const lines: unknown = error?.['lines'];
  return {
    number: typeof lines === 'number' ? lines : 0,
    rejection: { code: 'import.line_broken', path: '', message },
  };
}
