import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { AdapterError, type AdapterErrorKind } from '@regulars/adapter-contracts';

export interface ExpectedFailure {
  readonly outcome: 'notDone' | 'unknown';
  readonly kind?: AdapterErrorKind;
}

/** Awaits a call that must fail with an `AdapterError`, and gives the error back. */
export async function assertFails(call: () => Promise<unknown>, expected: ExpectedFailure): Promise<AdapterError> {
  const thrown = await call().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  assert.ok('error' in thrown, `It succeeded, and had to fail with outcome ${expected.outcome}.`);
  assert.ok(
    thrown.error instanceof AdapterError,
    `It failed with another error than an AdapterError: ${String(thrown.error)}`,
  );
  assert.equal(thrown.error.outcome, expected.outcome, `The outcome of ${thrown.error.kind} is wrong.`);
  if (expected.kind !== undefined) assert.equal(thrown.error.kind, expected.kind);
  return thrown.error;
}

/** A call that nobody can answer fails as an `AdapterError`, or needs no answer. */
export async function assertFailsClearly(call: () => Promise<unknown>): Promise<void> {
  await call().catch((error: unknown) => {
    assert.ok(error instanceof AdapterError, `It failed with another error than an AdapterError: ${String(error)}`);
    assert.ok(error.message.length > 0, 'It failed without a word.');
  });
}

/** What changes something cannot end well where nobody can be reached. */
export async function assertClaimsNothing(call: () => Promise<unknown>): Promise<void> {
  const error: unknown = await call().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  assert.ok(error !== null, 'It was said to be done, and nobody was reached.');
  assert.ok(error instanceof AdapterError, `It failed with another error than an AdapterError: ${String(error)}`);
}

/** No text of the error, however it is written to a log, may hold one of these. */
export function assertTellsNone(error: AdapterError, secrets: readonly string[]): void {
  const written = [
    inspect(error, { depth: 10, showHidden: true }),
    JSON.stringify(error),
    error.message,
    error.stack ?? '',
  ].join('\n');
  for (const secret of secrets) {
    // The message names no secret either: this one is read in public.
    assert.ok(!written.includes(secret), `The error tells a secret that begins with ${secret.slice(0, 3)}.`);
  }
}

/** How much later than its time a call may fail, for slow machines. */
const graceMs = 3_000;

export async function assertEndsInTime(call: () => Promise<unknown>, timeoutMs: number): Promise<void> {
  const startedMs = performance.now();
  await call();
  const tookMs = performance.now() - startedMs;
  assert.ok(tookMs < timeoutMs + graceMs, `The call took ${Math.round(tookMs)} ms, and its time was ${timeoutMs} ms.`);
}
