import { describe, expect, it } from 'vitest';
import { inTime, waitUnless } from './wait-unless.ts';

const never = new Promise<string>(() => undefined);
const hour = 3_600_000;

describe('waiting', () => {
  it('ends with its time, or at once with the signal, however early that came', async () => {
    await waitUnless(new AbortController().signal, 1);
    const stopping = new AbortController();
    const waited = waitUnless(stopping.signal, hour);
    stopping.abort();
    await waited;
    await waitUnless(stopping.signal, hour);
  });
});

describe('what is waited for', () => {
  it('comes in time, or is stopped, or is late', async () => {
    const stopping = new AbortController();
    expect(await inTime(stopping.signal, Promise.resolve('page'), hour)).toBe('page');
    expect(await inTime(stopping.signal, never, 1)).toBe('late');
    const stopped = inTime(stopping.signal, never, hour);
    stopping.abort();
    expect(await stopped).toBe('stopped');
  });

  it('tells its own failure', async () => {
    await expect(inTime(new AbortController().signal, Promise.reject(new Error('broken')), hour)).rejects.toThrow(
      'broken',
    );
  });
});
