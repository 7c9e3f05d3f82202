import { AdapterError, type AdapterContext } from '@regulars/adapter-contracts';
import { minuteMs, secondMs } from '@regulars/core/shared';
import type { WooCommerceClient } from '../client.ts';
import { OverloadError } from '../overload-error.ts';

/** A page of a list: what came, how long the list is, and how much was asked for. */
interface ReadPage {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly size: number;
}

/** Reads pages one after the other, as large as the store bears. */
export interface PageReader {
  read(endpoint: string, query: Readonly<Record<string, string>>): Promise<ReadPage>;
}

/** More than this WooCommerce does not give. */
const largestPage = 100;
/** Fewer would be no progress where pages overlap by one. */
const smallestPage = 5;
/** After so many good pages in a row a larger one is tried. */
const calmPages = 10;
/** How often in a row a page is asked for again. */
const patience = 5;

/**
 * A store that is overloaded is asked again after a while, for half as much; one that asks for fewer calls is given the time
 * it wants. Anything else is the host's to judge: it has the cursor.
 */
export function createPageReader(client: WooCommerceClient, context: AdapterContext): PageReader {
  const { wait = (durationMs) => new Promise<void>((resolve) => void setTimeout(resolve, durationMs)) } = context;
  let size = largestPage;
  let calm = 0;
  return {
    async read(endpoint, query) {
      for (let failures = 0; ; failures += 1) {
        try {
          const page = { ...(await client.getPage(endpoint, { ...query, per_page: String(size) })), size };
          calm += 1;
          if (calm % calmPages === 0) size = Math.min(largestPage, size * 2);
          return page;
        } catch (error) {
          const waitMs = failures < patience ? toWaitMs(error, failures) : null;
          if (waitMs === null) throw error;
          calm = 0;
          if (error instanceof OverloadError) size = Math.max(smallestPage, Math.floor(size / 2));
          await wait(waitMs);
        }
      }
    },
  };
}

/** @returns null where it does not help to ask again, or only after longer than a minute. */
function toWaitMs(error: unknown, failures: number): number | null {
  if (!(error instanceof OverloadError || (error instanceof AdapterError && error.kind === 'rateLimited'))) return null;
  const waitMs = error.retryAfterMs ?? secondMs * 2 ** failures;
  return waitMs <= minuteMs ? waitMs : null;
}
