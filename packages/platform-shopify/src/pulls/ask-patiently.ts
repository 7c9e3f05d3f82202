import { AdapterError } from '@regulars/adapter-contracts';
import { minuteMs } from '@regulars/core/shared';
import type { Answer, ShopifyClient, Variables } from '../api/client.ts';
import type { Operation } from '../api/operation.ts';

/** How often in a row an operation is asked for again that the limit refused. */
const patience = 5;

/** Asks again where the limit refuses an operation for the moment: one that is refused was not done. */
export async function askPatiently<Data>(
  client: ShopifyClient,
  operation: Operation<Data>,
  variables: Variables,
): Promise<Answer<Data>> {
  for (let refusals = 0; ; refusals += 1) {
    try {
      return await client.call(operation, variables);
    } catch (error) {
      if (!isPassingLimit(error) || refusals >= patience) throw error;
      await client.wait(error.retryAfterMs);
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
