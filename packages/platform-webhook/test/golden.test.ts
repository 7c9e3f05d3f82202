import { readdirSync } from 'node:fs';
import { readGoldens } from '@regulars/adapter-testkit';
import { expect, test } from 'vitest';
import { eventsOf, parse } from './parse.ts';
import { readSample } from './sample.ts';

const goldens = readGoldens(new URL('golden/', import.meta.url));

const names = readdirSync(new URL('samples/', import.meta.url))
  .map((file) => file.replace(/\.json$/, ''))
  .toSorted();

test.for(names)('%s comes out as it was agreed', (name) => {
  expect(eventsOf(parse(readSample(`${name}.json`)))).toEqual(goldens.get(name).events);
});

test('every sample is agreed upon, and nothing else', () => {
  expect(goldens.names).toEqual(names);
});

test('a reason is given for a value that is there', () => {
  expect(goldens.listStray()).toEqual([]);
});
