import { AdapterError } from '@regulars/adapter-contracts';

/** What every call answers until it is written. */
export async function notYet(): Promise<never> {
  throw new AdapterError('Example Shop cannot be asked for this yet.', { kind: 'misconfigured', outcome: 'notDone' });
}
