import { readGoldens } from '@regulars/adapter-testkit';
import { expect, test } from 'vitest';
import { eventsOf, parse, read, resources, webhooks } from './samples.ts';

const goldens = readGoldens(new URL('golden/', import.meta.url));

test.for(webhooks)('$name comes out as it was agreed', ({ name, topic, body }) => {
  expect(eventsOf(parse(topic, body))).toEqual(goldens.get(name).events);
});

test.for(resources)('$name is read as it was agreed', async (sample) => {
  expect(eventsOf(await read(sample))).toEqual(goldens.get(sample.name).events);
});

test('every sample is agreed upon, and nothing else', () => {
  expect(goldens.names).toEqual([...webhooks, ...resources].map(({ name }) => name).toSorted());
});

test('a reason is given for a value that is there', () => {
  expect(goldens.listStray()).toEqual([]);
});
