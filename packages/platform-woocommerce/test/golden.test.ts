import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventsOf, parse } from './parse.ts';
import { samples } from './samples.ts';

const folder = new URL('golden/', import.meta.url);

interface Golden {
  /** JSON pointers into the events, each with why the value is as it is. */
  readonly surprises: Readonly<Record<string, string>>;
  readonly events: readonly unknown[];
}

function readGolden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Golden;
}

function resolve(pointer: string, within: unknown): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], within);
}

test.for(samples)('$name comes out as it was agreed', ({ name, topic, body }) => {
  expect(eventsOf(parse(topic, body))).toEqual(readGolden(name).events);
});

test('every sample is agreed upon, and nothing else', () => {
  expect(readdirSync(folder).toSorted()).toEqual(samples.map(({ name }) => `${name}.json`).toSorted());
});

test('a reason is given for a value that is there', () => {
  for (const { name } of samples) {
    const { surprises, events } = readGolden(name);
    for (const pointer of Object.keys(surprises)) expect(resolve(pointer, events), `${name}${pointer}`).toBeDefined();
  }
});
