import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventsOf, parse, read, resources, webhooks } from './samples.ts';

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

test.for(webhooks)('$name comes out as it was agreed', ({ name, topic, body }) => {
  expect(eventsOf(parse(topic, body))).toEqual(readGolden(name).events);
});

test.for(resources)('$name is read as it was agreed', async (sample) => {
  expect(eventsOf(await read(sample))).toEqual(readGolden(sample.name).events);
});

test('every sample is agreed upon, and nothing else', () => {
  const names = [...webhooks, ...resources].map(({ name }) => `${name}.json`);
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
});

test('a reason is given for a value that is there', () => {
  for (const { name } of [...webhooks, ...resources]) {
    const { surprises, events } = readGolden(name);
    for (const pointer of Object.keys(surprises)) expect(resolve(pointer, events), `${name}${pointer}`).toBeDefined();
  }
});
