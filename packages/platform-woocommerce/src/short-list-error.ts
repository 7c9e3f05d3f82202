import { AdapterError } from '@regulars/adapter-contracts';

/** A page of a list is shorter than the list says it should be, and what is missing cannot be come by. */
export function toShortListError(): AdapterError {
  return new AdapterError('The store says that there is more, and does not give it.', {
    kind: 'unavailable',
    outcome: 'notDone',
  });
}
