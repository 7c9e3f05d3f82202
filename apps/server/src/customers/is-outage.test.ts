import { expect, test } from 'vitest';
import { isOutage } from './is-outage.ts';

const coded = (code: string) => Object.assign(new Error('no matter'), { code });

test.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a server that shuts down', coded('57P01')],
  ['a deadlock', coded('40P01')],
  ['a full disk', coded('53100')],
  ['a connection lost in the middle', new Error('Connection terminated unexpectedly')],
  ['a pool that has none to give', new Error('timeout exceeded when trying to connect')],
])('%s is held against no delivery', (_what, error) => {
  expect(isOutage(error)).toBe(true);
});

test.each([
  ['a number beyond its column', coded('22003')],
  ['a broken constraint', coded('23505')],
  ['a fault in our own code', new TypeError("Cannot read properties of undefined (reading 'connectionId')")],
  ['a misused function of the runtime', coded('ERR_INVALID_ARG_TYPE')],
  ['something that is no error', 'connect'],
])('%s is', (_what, error) => {
  expect(isOutage(error)).toBe(false);
});
