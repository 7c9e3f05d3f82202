import { AdapterError, type AdapterErrorDetails } from '@regulars/adapter-contracts';

/** The store could not do what it was asked for, in the time it had: less may well be done. */
export class OverloadError extends AdapterError {
  constructor(message: string, details: Omit<AdapterErrorDetails, 'kind'>) {
    super(message, { ...details, kind: 'unavailable' });
  }
}
