import { readGoldens } from '@regulars/adapter-testkit';
import { expect, test } from 'vitest';
import { eventsOf, parse, samples } from './samples.ts';

const goldens = readGoldens(new URL('golden/', import.meta.url));

test.for(samples)('$name comes out as it was agreed', ({ name, topic, body, headers }) => {
  expect(eventsOf(parse(topic, body, headers))).toEqual(goldens.get(name).events);
});

test('every sample is agreed upon, and nothing else', () => {
  expect(goldens.names).toEqual(samples.map(({ name }) => name).toSorted());
});

test('a reason is given for a value that is there', () => {
  expect(goldens.listStray()).toEqual([]);
});
