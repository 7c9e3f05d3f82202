import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventsOf, parse } from './parse.ts';
import { readSample } from './sample.ts';

const folder = new URL('golden/', import.meta.url);
const files = readdirSync(new URL('samples/', import.meta.url)).toSorted();

interface Golden {
  /** JSON pointers into the events, each with why the value is as it is. */
  readonly surprises: Readonly<Record<string, string>>;
  readonly events: readonly unknown[];
}

function readGolden(file: string): Golden {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden;
}

function resolve(pointer: string, within: unknown): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], within);
}

test.for(files)('%s comes out as it was agreed', (file) => {
  expect(eventsOf(parse(readSample(file)))).toEqual(readGolden(file).events);
});

test('every sample is agreed upon, and nothing else', () => {
  expect(readdirSync(folder).toSorted()).toEqual(files);
});

test('a reason is given for a value that is there', () => {
  for (const file of files) {
    const { surprises, events } = readGolden(file);
    for (const pointer of Object.keys(surprises)) expect(resolve(pointer, events), `${file}${pointer}`).toBeDefined();
  }
});
