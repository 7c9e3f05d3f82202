import { expect, test, vi } from 'vitest';
import { AdapterError } from './adapter-error.ts';
import { findForbiddenAddress, ForbiddenAddressError } from './forbidden-address-error.ts';

const details = { kind: 'unavailable', outcome: 'unknown' } as const;

/** The package as an adapter's own installation of it would be: the same code, loaded a second time. */
async function loadAgain() {
  vi.resetModules();
  const again = await import('./forbidden-address-error.ts');
  const { AdapterError: AgainError } = await import('./adapter-error.ts');
  return { ...again, AdapterError: AgainError };
}

test('an error made by another copy of the package is an AdapterError too', async () => {
  const again = await loadAgain();
  expect(again.AdapterError).not.toBe(AdapterError);
  expect(new again.AdapterError('Late.', details)).toBeInstanceOf(AdapterError);
  expect(new again.ForbiddenAddressError('is private.')).toBeInstanceOf(AdapterError);
});

test('an adapter with a copy of its own finds the host’s forbidden address', async () => {
  const again = await loadAgain();
  const wrapped = new Error('fetch failed', { cause: new ForbiddenAddressError('is private.') });
  expect(again.findForbiddenAddress(wrapped)?.naming('url').message).toBe('url is private.');
});

test('no other error is taken for one, nor an AdapterError for a forbidden address', () => {
  for (const other of [new Error('No.'), { ...details }, null, 'AdapterError'])
    expect(other).not.toBeInstanceOf(AdapterError);
  expect(new AdapterError('Late.', details)).not.toBeInstanceOf(ForbiddenAddressError);
  expect(findForbiddenAddress(new AdapterError('Late.', details))).toBeNull();
});
