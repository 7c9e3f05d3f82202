import { AdapterError } from '@regulars/adapter-contracts';
import { minuteMs } from '@regulars/core/shared';
import type { Answer, ShopifyClient, Variables } from '../api/client.ts';
import type { Operation } from '../api/operation.ts';
import { QueryTooCostlyError } from '../api/to-adapter-error.ts';

/** How often in a row a page is asked for again that the limit refused. */
const patience = 5;

export interface ReadPage<Data> extends Answer<Data> {
  /** How many were asked for in the end. */
  readonly size: number;
}

/**
 * Asks for a page of at most so many, of half as many where that is too much for one query, and again where the limit
 * refuses it for the moment: a refused query was not done.
 */
export async function readPage<Data>(
  client: ShopifyClient,
  operation: Operation<Data>,
  variables: Variables,
  wantedSize: number,
): Promise<ReadPage<Data>> {
  let size = wantedSize;
  let refusals = 0;
  for (;;) {
    try {
      return { ...(await client.call(operation, { ...variables, first: size })), size };
    } catch (error) {
      if (error instanceof QueryTooCostlyError && size > 1) {
        size = Math.floor(size / 2);
      } else if (isPassingLimit(error) && refusals < patience) {
        refusals += 1;
        await client.wait(error.retryAfterMs);
      } else {
        throw error;
      }
    }
  }
}

/** A longer wait than a minute is the host's to plan: it has the cursor. */
function isPassingLimit(error: unknown): error is AdapterError & { readonly retryAfterMs: number } {
  return (
    error instanceof AdapterError &&
    error.kind === 'rateLimited' &&
    error.retryAfterMs !== null &&
    error.retryAfterMs <= minuteMs
  );
}
